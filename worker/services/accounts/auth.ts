import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Database } from '../../db/client'
import { credentials, sessions, users, verifications } from '../../db/schema'

const hour = 3600

/**
 * Sign-in for moderators, staff and administrators. Loaded lazily, so that public pages never pay for it; there is no
 * sign-up: accounts are made by an administrator.
 */
export function createAuth(db: Database, secret: string, origin: string) {
  return betterAuth({
    appName: 'yanlu',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: credentials, verification: verifications },
      transaction: false,
    }),
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: {
      expiresIn: 12 * hour,
      updateAge: hour,
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'yanlu',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    onAPIError: { throw: true },
  })
}
