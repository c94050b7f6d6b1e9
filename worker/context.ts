import type { Role } from './contract/words'
import type { Database } from './db/client'
import { AppError } from './errors'
import type { FileStore } from './services/files/file-store'

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
  /** The key of the consultation that the address names; null where it names none: the current one is meant. */
  consultation: string | null
  now: Date
  requestId: string
  /** Null where the deployment has no bucket. */
  files: FileStore | null
  random: (bytes: number) => Uint8Array
  /** Keys derived from the one secret, by purpose. */
  keyFor: (
    purpose: 'challenge' | 'question' | 'receipt' | 'query-code' | 'source' | 'follow' | 'link' | 'annex',
  ) => string
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

/** The signed-in participant; nobody of the office is one, not even an administrator. */
export function assertParticipant(ctx: ServiceContext): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('unauthenticated')
  if (ctx.actor.role !== 'participant') throw new AppError('forbidden')
  return ctx.actor
}

/** A new row's id: 128 random bits in hexadecimal. */
export function newId(ctx: ServiceContext): string {
  return [...ctx.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
