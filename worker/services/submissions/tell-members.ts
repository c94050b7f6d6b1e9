import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { SubmissionStep } from '../../contract/words'
import type { Query } from '../../db/client'
import { enqueueAccountMails } from '../account-mails/enqueue'
import type { Membership } from '../enterprises/membership'
import { parts } from './rules'

/** Who does what comes next; null: all are told, whoever did it too. */
const nextOf: Record<SubmissionStep, keyof typeof parts | null> = {
  ask: 'send',
  send_back: 'edit',
  send: null,
  reopen: null,
}

/** For the batch of a step, if `when` holds: a mail to those who are to know of it. `version` is the one to which it leads. */
export function tellMembers(
  ctx: ServiceContext,
  { enterpriseId, userId }: Membership,
  step: SubmissionStep,
  { id, version }: { id: string; version: number },
  when?: SQL,
): Query {
  const next = nextOf[step]
  const isTold = next
    ? sql`user_id <> ${userId} AND part IN (SELECT value FROM json_each(${JSON.stringify(parts[next])}))`
    : sql`1`
  return enqueueAccountMails(
    ctx,
    'response_step',
    `${id}.${version}`,
    sql`SELECT user_id AS id FROM enterprise_members WHERE enterprise_id = ${enterpriseId} AND ${isTold}`,
    when,
  )
}
