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
  keyFor: (purpose: 'challenge' | 'question' | 'receipt' | 'query-code') => string
  /** True only under LOAD_TEST=1 in a local start. */
  isLoadTest: boolean
}

/** The signed-in user if the role allows the act; administrators may do all. */
export function assertRole(ctx: ServiceContext, ...allowed: Role[]): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('unauthenticated')
  if (ctx.actor.role !== 'admin' && !allowed.includes(ctx.actor.role)) throw new AppError('forbidden')
  return ctx.actor
}

/** A new row's id: 128 random bits in hexadecimal. */
export function newId(ctx: ServiceContext): string {
  return [...ctx.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
