import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import { answeredConsultation } from '../../seeds/2020-digital-services/overlay'
import type { ServiceContext } from '../context'
import { beijingTimestamp, startOfBeijingDate } from '../contract/beijing-time'
import type { DraftContent } from '../contract/consultations'
import { limits } from '../contract/limits'
import { AppError } from '../errors'
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

/** How far it has come. */
interface Standing {
  draft_version: number | null
  /** As the draft says. */
  opens_on: string | null
  opens_at: number | null
  result_at: number | null
  /** Somebody has written in this database. */
  is_in_use: number
}

/**
 * Makes a consultation that has come to its end, through the product's own verbs and at the times of their steps; only into
 * a database where nobody has written yet. What an interrupted start left of it is finished, as far as people let it be.
 */
export async function sowAnsweredConsultation(ctx: ServiceContext): Promise<void> {
  const standing = await readStanding(ctx)
  const isBegun = standing.draft_version !== null || standing.opens_at !== null
  if (standing.result_at !== null || (!isBegun && standing.is_in_use === 1)) return
  try {
    await finish(ctx, standing)
  } catch (error) {
    const isTakenOver = isBegun && error instanceof AppError
    if (!isTakenOver) throw error
  }
}

async function readStanding({ db }: ServiceContext): Promise<Standing> {
  const [standing] = await db.all<Standing>(sql`
    SELECT d.version AS draft_version, d.content ->> 'opensOn' AS opens_on, s.opens_at, s.result_at,
      EXISTS (SELECT 1 FROM comments) OR EXISTS (SELECT 1 FROM consultation_drafts) AS is_in_use
    FROM (SELECT ${answeredConsultation.key} AS key) k
    LEFT JOIN consultation_drafts d ON d.key = k.key LEFT JOIN consultations s ON s.key = k.key`)
  if (!standing) throw new Error('one row is always there')
  return standing
}

/** Each step does what is missing of it. */
async function finish(ctx: ServiceContext, standing: Standing): Promise<void> {
  const period = periodOfDays(openedAt(ctx, standing), limits.usualPeriod)
  if (standing.opens_at === null) await announce(ctx, period, standing.draft_version)
  const closed = { ...ctx, consultation: answeredConsultation.key, now: period.closesAt }
  const publicIds = await sowComments(closed, answeredComments)
  await sowAnswers(closed, publicIds)
}

function openedAt({ now }: ServiceContext, { opens_on, opens_at }: Standing): Date {
  if (opens_on) return startOfBeijingDate(opens_on)
  return new Date(opens_at ?? now.getTime() - openedDaysAgo * day)
}

async function announce(ctx: ServiceContext, period: Period, draftVersion: number | null): Promise<void> {
  const actor = await findUserOrThrow(ctx, 'admin@yanlu.test')
  const before = { ...ctx, actor, now: new Date(period.opensAt.getTime() - announcedBefore) }
  const { key } = answeredConsultation
  const save = async () =>
    saveDraft(before, { key, content: contentOf(await readFile(source, 'utf8'), period) })
  await publishDraft(before, { key, version: draftVersion ?? (await save()).version })
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
