import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { passwordLength } from '../../contract/auth'
import { credentials, sessions, twoFactors, users, verifications } from '../../db/schema'
import { sessionTimes } from './find-session'
import { newBackupCodes } from './password'

/** What better-auth is to know of the place where it works. */
export interface AuthPlace {
  secret: string
  /** As readers see the site: over https its cookies are secure. */
  origin: string
}

/**
 * Sign-in for moderators, staff and administrators. Loaded lazily, so that public pages never pay for it; there is no
 * sign-up: accounts are made by an administrator.
 */
export function createAuth({ db, random }: Pick<ServiceContext, 'db' | 'random'>, place: AuthPlace) {
  return betterAuth({
    appName: 'yanlu',
    baseURL: place.origin,
    basePath: '/api/auth',
    secret: place.secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        twoFactor: twoFactors,
      },
      transaction: false,
    }),
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        failedSignIns: { type: 'number', required: true, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: {
      expiresIn: sessionTimes.lasts,
      updateAge: sessionTimes.renewedAfter,
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const disabled = await db
              .select({ id: users.id })
              .from(users)
              .where(and(eq(users.id, userId), isNotNull(users.disabledAt)))
            if (disabled.length > 0) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Yanlu',
        backupCodeOptions: { customBackupCodesGenerate: () => newBackupCodes(random) },
        schema: {
          user: { fields: { twoFactorEnabled: 'hasSecondFactor' } },
          twoFactor: { fields: { verified: 'isVerified' } },
        },
      }),
    ],
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'yanlu',
      useSecureCookies: place.origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    onAPIError: { throw: true },
  })
}
