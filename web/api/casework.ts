import type {
  Assign,
  Assigned,
  CaseCounts,
  CaseList,
  CasesQuery,
  CaseView,
} from '../../worker/contract/casework'
import type { MentionList, NewNote, NoteView, UnreadMentions } from '../../worker/contract/notes'
import type { MeasureUnits, MeasureUnitsView, UnitMember, UnitsView } from '../../worker/contract/units'
import { answerOf, api } from './client'

const { assignments, cases, units, measures, notes, mentions } = api.staff

export function getCases(query: Omit<CasesQuery, 'limit'>): Promise<CaseList> {
  return answerOf(cases.$get({ query }))
}

export function getCaseCounts(): Promise<CaseCounts> {
  return answerOf(cases.counts.$get())
}

export function getCase(publicId: string): Promise<CaseView> {
  return answerOf(cases[':publicId'].$get({ param: { publicId } }))
}

export function assignCases(json: Assign): Promise<Assigned> {
  return answerOf(assignments.$post({ json }))
}

export function getUnits(): Promise<UnitsView> {
  return answerOf(units.$get())
}

export function changeMember(json: UnitMember): Promise<UnitsView> {
  return answerOf(units.members.$post({ json }))
}

export function changeMeasureUnits(json: MeasureUnits): Promise<MeasureUnitsView> {
  return answerOf(measures.units.$post({ json }))
}

export function writeNote(json: NewNote): Promise<NoteView> {
  return answerOf(notes.$post({ json }))
}

export function getMentions(after?: string): Promise<MentionList> {
  return answerOf(mentions.$get({ query: { after } }))
}

export function markMentionsRead(noteIds: number[]): Promise<UnreadMentions> {
  return answerOf(mentions.read.$post({ json: { notes: noteIds } }))
}
