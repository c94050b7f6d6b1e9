import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import { answeredConsultation } from '../../seeds/2020-digital-services/overlay'
import type { ServiceContext } from '../context'
import { beijingTimestamp } from '../contract/beijing-time'
import type { DraftContent } from '../contract/consultations'
import { limits } from '../contract/limits'
import { isKnownConsultation } from '../services/consultations/is-known'
import { publishDraft } from '../services/consultations/publish-draft'
import { periodOfDays } from '../services/consultations/rules'
import { saveDraft } from '../services/consultations/save-draft'
import { findUserOrThrow } from './find-user'
import { sowAnswers } from './sow-answers'
import { sowComments } from './sow-comments'

const source = new URL('../../seeds/2020-digital-services/plan.txt', import.meta.url)
const day = 86_400_000
const openedDaysAgo = 100
const announcedBefore = 5 * day
const units = { lead: 'enterprises', supports: ['digital_industry'] }

type Period = ReturnType<typeof periodOfDays>

/**
 * Makes a consultation that has come to its end, through the product's own verbs and at the times of their steps; only into
 * a database where nobody has written yet.
 */
export async function sowAnsweredConsultation(ctx: ServiceContext): Promise<void> {
  const taken = await ctx.db.all(
    sql`SELECT 1 FROM comments UNION ALL SELECT 1 FROM consultation_drafts LIMIT 1`,
  )
  if (taken.length > 0 || (await isKnownConsultation(ctx, answeredConsultation.key))) return
  const period = periodOfDays(new Date(ctx.now.getTime() - openedDaysAgo * day), limits.usualPeriod)
  await announce(ctx, period)
  const closed = { ...ctx, consultation: answeredConsultation.key, now: period.closesAt }
  const publicIds = await sowComments(closed, answeredComments)
  await sowAnswers(closed, publicIds)
}

async function announce(ctx: ServiceContext, period: Period): Promise<void> {
  const actor = await findUserOrThrow(ctx, 'admin@yanlu.test')
  const before = { ...ctx, actor, now: new Date(period.opensAt.getTime() - announcedBefore) }
  const { key } = answeredConsultation
  const { version } = await saveDraft(before, {
    key,
    content: contentOf(await readFile(source, 'utf8'), period),
  })
  await publishDraft(before, { key, version })
}

function contentOf(text: string, { opensAt, closesAt }: Period): DraftContent {
  const { code, title, authority, themes, measures } = answeredConsultation
  return {
    code,
    title: title.zh,
    titleEn: title.en,
    authority: authority.zh,
    authorityEn: authority.en,
    source: text,
    opensOn: beijingTimestamp(opensAt).slice(0, 10),
    closesOn: beijingTimestamp(closesAt.getTime() - 1).slice(0, 10),
    shortPeriodReason: '',
    shortPeriodReasonEn: '',
    participants: 'everybody',
    hasReplies: true,
    moderation: 'before',
    names: { ...themes, ...measures },
    units: Object.fromEntries(Object.keys(measures).map((measure) => [measure, units])),
  }
}
