import { makeComment } from '../../support/make-comment'
import type { TestApp } from '../../support/test-app'

/** Who may do what: for every route, its answer to nobody, a moderator, a staff member, an administrator, a senior moderator, a participant with an account. */
export const audiences = ['nobody', 'moderator', 'staff', 'admin', 'senior_moderator', 'participant'] as const
export type Audience = (typeof audiences)[number]

/** A request that is right but for who sends it. */
export interface Asked {
  path: string
  json?: unknown
  form?: Record<string, string>
  /** A form with a file. */
  upload?: FormData
  /** The session of a participant for whom it is right, where not any will do. */
  as?: string
}

export interface AccessRow {
  /** As the app has it: `GET /api/measures/:key`. */
  route: string
  /** Where nothing else is said, a senior moderator is answered as a moderator is. */
  statuses: readonly [nobody: number, moderator: number, staff: number, admin: number, senior?: number]
  request: (app: TestApp) => Promise<Asked>
  participant?: number
}

type Prepare = AccessRow['request']

export const at =
  (path: string): Prepare =>
  async () => ({ path })
export const row = (
  route: string,
  statuses: AccessRow['statuses'],
  request: Prepare,
  participant?: number,
): AccessRow => ({ route, statuses, request, ...(participant !== undefined && { participant }) })

/**
 * The answer to an audience. Where nothing else is said, a participant is refused wherever one has to be of the office, and is nobody
 * everywhere else.
 */
export function statusFor({ statuses, participant }: AccessRow, audience: Audience): number {
  if (audience !== 'participant') return statuses[audiences.indexOf(audience)] ?? statuses[1]
  const isOfOffice = statuses[0] === 401 && statuses.some((status) => status !== 401)
  return participant ?? (isOfOffice ? 403 : statuses[0])
}

export const everybody = [200, 200, 200, 200] as const
export const staff = [401, 403, 200, 200] as const
export const admins = [401, 403, 403, 200] as const

export const credentialsOf = async (app: TestApp, state: 'published' | 'returned') => {
  const { publicId, queryCode } = await makeComment(app, { state })
  return { publicId, queryCode }
}
