import type { ConsultationView, Named, PublishedCounts } from '../../contract/plan'
import {
  type ModerationRule,
  type ParticipantKind,
  type ParticipantRule,
  participantKinds,
  type Stance,
  stances,
} from '../../contract/words'
import { phaseAt } from '../consultations/rules'

export interface ConsultationRow {
  key: string
  title: string
  title_en: string
  authority: string
  authority_en: string
  opens_at: number
  closes_at: number
  result_at: number | null
  plan_revision: number
  is_current: number
  participants: ParticipantRule
  has_replies: number
  moderation: ModerationRule
  short_period_reason: string | null
  short_period_reason_en: string | null
  extension_reason: string | null
  labels: string
}

export function presentConsultation(row: ConsultationRow, now: Date): ConsultationView {
  const opensAt = new Date(row.opens_at)
  const closesAt = new Date(row.closes_at)
  return {
    key: row.key,
    title: row.title,
    titleEn: row.title_en,
    authority: row.authority,
    authorityEn: row.authority_en,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    phase: phaseAt({ opensAt, closesAt }, now),
    resultAt: row.result_at === null ? null : new Date(row.result_at).toISOString(),
    planRevision: row.plan_revision,
    isCurrent: row.is_current === 1,
    participants: row.participants,
    hasReplies: row.has_replies === 1,
    moderation: row.moderation,
    shortPeriodReason: row.short_period_reason,
    shortPeriodReasonEn: row.short_period_reason_en,
    extensionReason: row.extension_reason,
    labels: JSON.parse(row.labels),
  }
}

export interface NamedRow {
  key: string
  number: number
  title: string
  short_title: string
  short_title_en: string
}

export function presentNamed(row: NamedRow): Named {
  return {
    key: row.key,
    number: row.number,
    title: row.title,
    shortTitle: row.short_title,
    shortTitleEn: row.short_title_en,
  }
}

export interface CountRow {
  participant_kind: ParticipantKind
  stance: Stance
  count: number
}

/** Sums of what the counters hold, with a zero for what nobody has said yet. */
export function presentCounts(rows: CountRow[]): PublishedCounts {
  return {
    published: sum(rows),
    byKind: tally(participantKinds, (kind) => sum(rows.filter((row) => row.participant_kind === kind))),
    byStance: tally(stances, (stance) => sum(rows.filter((row) => row.stance === stance))),
  }
}

export function sum(rows: { count: number }[]): number {
  return rows.reduce((total, row) => total + row.count, 0)
}

/** One figure for each of a closed vocabulary. */
export function tally<Key extends string>(
  keys: readonly Key[],
  count: (key: Key) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
}
