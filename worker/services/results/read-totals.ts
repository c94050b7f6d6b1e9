import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Totals } from '../../contract/results'
import {
  type Channel,
  type CommentState,
  channels,
  commentStates,
  type Disposition,
  dispositions,
  type ParticipantKind,
  participantKinds,
} from '../../contract/words'
import { currentConsultation } from '../plan/current'
import { sum, tally } from '../plan/present'

export interface CaseCountRow {
  measure_id: number
  participant_kind: ParticipantKind
  disposition: Disposition | ''
  count: number
}

interface StateRow {
  state: CommentState
  count: number
}

interface ChannelRow {
  channel: Channel
  count: number
}

/** The statements of {@link presentTotals}, for the batch of a verb: what was received is counted apart from what became of it. */
export const totalsQueries = (ctx: ServiceContext) =>
  [
    ctx.db.all<{ count: number }>(sql`
      SELECT coalesce(sum(count), 0) AS count FROM received_counts WHERE consultation_id = ${currentConsultation(ctx)}`),
    ctx.db.all<StateRow>(sql`
      SELECT n.state, sum(n.count) AS count FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} GROUP BY n.state`),
    ctx.db.all<ChannelRow>(sql`
      SELECT channel, sum(count) AS count FROM channel_counts
      WHERE consultation_id = ${currentConsultation(ctx)} GROUP BY channel`),
    ctx.db.all<CaseCountRow>(sql`
      SELECT n.* FROM measures m JOIN case_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)}`),
  ] as const

export function presentTotals(
  [received]: { count: number }[],
  states: StateRow[],
  channelRows: ChannelRow[],
  cases: CaseCountRow[],
): Totals {
  return {
    received: received?.count ?? 0,
    states: tally(commentStates, (state) => sum(states.filter((row) => row.state === state))),
    channels: tally(channels, (channel) => sum(channelRows.filter((row) => row.channel === channel))),
    admissible: sum(cases),
    kinds: tally(participantKinds, (kind) => sum(cases.filter((row) => row.participant_kind === kind))),
    ...tallyDispositions(cases),
  }
}

export function tallyDispositions(cases: CaseCountRow[]): Pick<Totals, 'dispositions' | 'undisposed'> {
  return {
    dispositions: tally(dispositions, (made) => sum(cases.filter((row) => row.disposition === made))),
    undisposed: sum(cases.filter((row) => row.disposition === '')),
  }
}
