import { sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../context'

export async function findUser({ db }: ServiceContext, email: string): Promise<UserActor | null> {
  const [row] = await db.all<Omit<UserActor, 'kind'>>(
    sql`SELECT id, name, role FROM users WHERE email = ${email}`,
  )
  return row ? { kind: 'user', ...row } : null
}

/** Somebody without whom there is no demonstration. */
export async function findUserOrThrow(ctx: ServiceContext, email: string): Promise<UserActor> {
  const user = await findUser(ctx, email)
  if (!user) throw new Error(`the demo needs ${email}`)
  return user
}
