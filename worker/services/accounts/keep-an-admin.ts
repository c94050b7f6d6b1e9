import { sql } from 'drizzle-orm'

/** In an update of `users`: somebody else remains who can manage people. */
export const anotherAdminRemains = sql`(role <> 'admin' OR EXISTS (
  SELECT 1 FROM users other WHERE other.role = 'admin' AND other.disabled_at IS NULL AND other.id <> users.id))`
