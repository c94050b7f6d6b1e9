import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { SecondFactorOffer } from '../../worker/contract/people'
import type { OfficeRole, Role } from '../../worker/contract/words'
import { users } from '../../worker/db/schema'
import { invite } from '../../worker/services/accounts/invite'
import { bodyOf } from './answers'
import { testPassword } from './known-keys'
import { cookiesOf, makeUser, signIn, type TestUser } from './make-user'
import type { TestApp } from './test-app'

let made = 0

/** What an administrator would type: a new address each time. */
export function newInvitation(changed: Partial<{ name: string; email: string; role: OfficeRole }> = {}) {
  made += 1
  return { name: '林溪', email: `invited-${made}@example.test`, role: 'moderator' as OfficeRole, ...changed }
}

/** An open invitation with the token of its link. */
export async function makeInvitation(app: TestApp, changed: Parameters<typeof newInvitation>[0] = {}) {
  const { actor } = await makeUser(app, 'admin')
  const { invitation, link } = await invite(app.context(actor), newInvitation(changed))
  return { ...invitation, token: link.token }
}

export async function makeDisabled(app: TestApp, role: Role): Promise<TestUser> {
  const user = await makeUser(app, role)
  await app.db.update(users).set({ disabledAt: app.clock.now() }).where(eq(users.id, user.actor.id))
  return user
}

export interface UserWithSecondFactor extends TestUser {
  /** The session in which it was turned on. */
  cookie: string
  /** What the authenticator holds. */
  uri: string
  backupCodes: string[]
}

/** An account that turned its second factor on over HTTP. */
export async function makeWithSecondFactor(app: TestApp, role: Role): Promise<UserWithSecondFactor> {
  const user = await makeUser(app, role)
  const as = await signIn(app, user)
  const { uri, backupCodes } = await bodyOf<SecondFactorOffer>(
    await app.post('/api/account/second-factor', { password: testPassword }, { as }),
  )
  const answer = await app.post('/api/account/second-factor/confirm', { code: codeOf(uri) }, { as })
  return { ...user, cookie: cookiesOf(answer), uri, backupCodes }
}

const period = 30_000

/** What an authenticator with this `otpauth:` address shows (RFC 6238), so many periods from now. */
export function codeOf(uri: string, periods = 0): string {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / period) + periods))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
