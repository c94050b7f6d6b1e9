import type { UserActor } from '../../context'
import type { CaseView } from '../../contract/casework'
import { dispositions, participantKinds, stances } from '../../contract/words'
import { type CommentRow, presentComment } from '../comments/present'
import { parseFiles } from '../files/file-row'
import { type NoteRow, presentNote } from '../notes/note-row'
import { presentOpinions } from '../opinions/read-opinions'
import { sum, tally } from '../plan/present'
import { presentAssignment } from './assignment'
import type { CaseRow, DispositionCountRow, MeasureUnitRow, StanceRow } from './case-row'

interface Around {
  ancestors: CommentRow[]
  replies: CommentRow[]
  lookalikes: { public_id: string }[]
  stances: StanceRow[]
  dispositions: DispositionCountRow[]
  units: MeasureUnitRow[]
  notes: NoteRow[]
}

export function presentCase(me: UserActor, row: CaseRow, around: Around): CaseView {
  const comment = presentComment(row)
  return {
    publicId: comment.publicId,
    state: row.state,
    isAdmissible: row.is_admissible === 1,
    body: comment.body,
    wording: comment.wording,
    ...presentOpinions(row),
    revision: row.revision,
    attachments: parseFiles(row.files),
    annex:
      comment.annexSummary === null
        ? null
        : { summary: comment.annexSummary, mayOpen: row.may_open_annex === 1 },
    isStamped: comment.isStamped,
    stance: comment.stance,
    author: { ...comment.author, uscc: row.uscc },
    channel: row.channel,
    createdAt: comment.createdAt,
    openedAt: new Date(row.opened_at).toISOString(),
    measure: {
      key: comment.measureKey,
      title: row.measure_title,
      shortTitle: row.short_title,
      shortTitleEn: row.short_title_en,
    },
    clause: presentClause(row, comment.clauseKey),
    ancestors: around.ancestors.map(presentComment),
    replies: around.replies.map(presentComment),
    replyCount: comment.replyCount,
    group:
      row.group_count !== null && row.group_count > 1
        ? { count: row.group_count, publicIds: around.lookalikes.map(({ public_id }) => public_id) }
        : null,
    disposition: row.disposition,
    dispositionVersion: row.disposition_version,
    assignment: presentAssignment(me, row),
    breakdown: presentBreakdown(around),
    notes: around.notes.map((note) => presentNote(me, note)),
  }
}

function presentClause(row: CaseRow, key: string | null): CaseView['clause'] {
  if (key === null || row.clause_number === null || row.clause_text === null) return null
  const current = row.current_text ?? ''
  return {
    key,
    number: row.clause_number,
    text: row.clause_text,
    madeOn: row.made_on,
    quote: row.quote,
    current: current === row.clause_text ? null : { revision: row.current_revision, text: current || null },
  }
}

function presentBreakdown({ stances: rows, dispositions: disposed, units }: Around): CaseView['breakdown'] {
  const withDisposition = (wanted: string) =>
    sum(disposed.filter(({ disposition }) => disposition === wanted))
  return {
    total: sum(rows),
    byStance: tally(stances, (stance) => sum(rows.filter((row) => row.stance === stance))),
    byKind: tally(participantKinds, (kind) => sum(rows.filter((row) => row.participant_kind === kind))),
    byDisposition: tally(dispositions, withDisposition),
    undisposed: withDisposition(''),
    units: units.map(({ key, name, name_en: nameEn, part }) => ({ key, name, nameEn, part })),
  }
}
