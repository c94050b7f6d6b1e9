import { sql } from 'drizzle-orm'

/** True of `users AS u` who may work on cases and still do. */
export const isStaff = sql.raw(`u.role IN ('staff', 'admin') AND u.disabled_at IS NULL`)
