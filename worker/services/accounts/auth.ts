import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { eq } from 'drizzle-orm'
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
  /** Where somebody asks to be let in; nobody is without one. */
  door?: Door
}

export type Door =
  | { leadsTo: 'desk' }
  | {
      leadsTo: 'public'
      /** True where the address of a participant can be confirmed, and so has to be. */
      asksConfirmation: boolean
    }

/**
 * Sign-in by password, each at their own door. Loaded lazily, so that public pages never pay for it; there is no sign-up here:
 * accounts of the office are made by an administrator, those of participants by `services/participants`.
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
            const [user] = await db.select().from(users).where(eq(users.id, userId))
            const code = user && refuseAtDoor(user, place.door)
            if (code) throw new APIError('FORBIDDEN', { code })
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

/** Why somebody with the right password is not let in here. */
function refuseAtDoor(
  { disabledAt, role, emailVerified }: typeof users.$inferSelect,
  door: Door | undefined,
): string | null {
  if (disabledAt) return 'ACCOUNT_DISABLED'
  if (door?.leadsTo === 'desk') return role === 'participant' ? 'PARTICIPANT_ACCOUNT' : null
  if (door?.leadsTo !== 'public') return null
  if (role !== 'participant') return 'DESK_ACCOUNT'
  return door.asksConfirmation && !emailVerified ? 'EMAIL_UNCONFIRMED' : null
}
