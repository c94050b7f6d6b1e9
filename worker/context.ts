import type { Role } from './contract/words'
import type { Database } from './db/client'
import { AppError } from './errors'

export interface UserActor {
  kind: 'user'
  id: string
  name: string
  role: Role
}
/** `participant` is anybody who is not signed in; `system` is the product itself: seeds and scheduled work. */
export type Actor = { kind: 'participant' } | { kind: 'system' } | UserActor

/** All that a verb may use: nothing else reaches the clock, chance or the database. */
export interface ServiceContext {
  db: Database
  actor: Actor
  now: Date
  requestId: string
  random: (bytes: number) => Uint8Array
  /** Keys derived from the one secret, by purpose. */
  keyFor: (purpose: 'challenge' | 'question' | 'receipt' | 'query-code' | 'source') => string
  /** True only under LOAD_TEST=1 in a local start. */
  isLoadTest: boolean
  /** Says that something happened at the desk or that work falls due; to be called after the write. It never fails. */
  stir: () => void
}

/** True where a role may do what these may: a senior moderator all that a moderator may, an administrator everything. */
export function isRoleAmong(role: Role, allowed: readonly Role[]): boolean {
  return (
    role === 'admin' ||
    allowed.includes(role) ||
    (role === 'senior_moderator' && allowed.includes('moderator'))
  )
}

/** The signed-in user if the role allows the act. */
export function assertRole(ctx: ServiceContext, ...allowed: Role[]): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('unauthenticated')
  if (!isRoleAmong(ctx.actor.role, allowed)) throw new AppError('forbidden')
  return ctx.actor
}

/** A new row's id: 128 random bits in hexadecimal. */
export function newId(ctx: ServiceContext): string {
  return [...ctx.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
