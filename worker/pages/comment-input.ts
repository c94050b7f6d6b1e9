import type { CommentFormValues, FileValues } from '../../web/page'
import type { FieldCode } from '../contract/errors'
import {
  evidenceField,
  figureField,
  isTargetField,
  opinionField,
  parseFigure,
  type TargetField,
} from '../contract/target-fields'
import { cleanLine } from '../contract/text'
import { suggestedWording } from '../services/wordings/suggested-wording'
import { noticeSent } from './form-act'
import { filesOf } from './form-files'

const names = [
  'body',
  'stance',
  'clause',
  'quote',
  'wording',
  'wordingOf',
  'parentId',
  'planRevision',
  'noticeVersion',
  'kind',
  'displayName',
  'name',
  'uscc',
  'size',
  'industry',
  'city',
  'publish',
  'showName',
  'contact',
  'attachments',
  'annex',
  'annexSummary',
] as const satisfies readonly (keyof CommentFormValues)[]

/** The form as it was typed; a field that did not come is empty. */
export function readValues(fields: Record<string, string>): CommentFormValues {
  return {
    ...readTargetValues(fields),
    ...(Object.fromEntries(names.map((name) => [name, fields[name] ?? ''])) as Record<
      (typeof names)[number],
      string
    >),
  }
}

/** The fields about targets alone, whichever the form had. */
export function readTargetValues(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isTargetField(name)))
}

/** What the API would have been sent; the contract checks it. */
export function toInput(values: CommentFormValues) {
  const { kind, displayName, name, uscc, size, industry, city } = values
  const targets = targetsOf(values)
  const profile = {
    ...(size && { size }),
    ...(industry && { industry }),
    ...(city && { city }),
  }
  const hasProfile = Object.keys(profile).length > 0
  return {
    body: values.body,
    stance: values.stance,
    ...(values.clause && { clause: values.clause }),
    ...(values.quote && { quote: values.quote }),
    ...(values.wording && { wording: { text: values.wording } }),
    ...(values.parentId && { parentId: values.parentId }),
    ...(values.planRevision && { planRevision: Number(values.planRevision) }),
    ...noticeSent(values),
    ...(targets.length > 0 && { targets }),
    participant:
      kind === 'individual' ? { kind, displayName } : { kind, name, uscc, ...(hasProfile && { profile }) },
    consent: { publish: values.publish === 'yes', name: values.showName === 'yes' },
    ...(values.contact && { contact: values.contact }),
    ...filesSent(values),
  }
}

/** What is wrong with a form, with what its author did not choose yet said for what it is. */
export function choicesAsked(
  { publish, stance, kind }: CommentFormValues,
  fields: Record<string, FieldCode>,
): Record<string, FieldCode> {
  return {
    ...fields,
    ...(publish === '' && { publish: 'consent_required' }),
    ...(stance === '' && { stance: 'stance_required' }),
    ...(kind === '' && { kind: 'kind_required' }),
  }
}

/** A wording that was typed for one clause is not moved to another unseen: the form says so once, and takes it for the one chosen. */
export function wordingMoved(
  { clause, wording, wordingOf }: CommentFormValues,
  clauses: readonly { text: string }[],
): Record<string, FieldCode> {
  const readings = clauses.map(({ text }) => text)
  const isMoved =
    wordingOf &&
    clause &&
    wordingOf !== clause &&
    suggestedWording({ text: cleanLine(wording) }, { isOnClause: true, readings })
  return isMoved ? { wording: 'wording_moved' } : {}
}

/** Once that is said, what stands in the form is for the clause that it stands by. */
export const withWordingHere = (
  values: CommentFormValues,
  wrong: Record<string, FieldCode>,
): CommentFormValues => (wrong.wording === 'wording_moved' ? { ...values, wordingOf: values.clause } : values)

/** The files of a form as the API takes them. */
export const filesSent = (values: FileValues) => ({
  ...(values.attachments && { attachments: filesOf(values) }),
  ...(values.annex && { annex: { file: values.annex, summary: values.annexSummary } }),
})

/** The field of the form that a path of the input is asked by, where its last part does not name it. */
export function fieldAt(values: TargetValues, path: string): string | null {
  if (path.startsWith('attachments')) return 'file'
  if (path.startsWith('annex.')) return path === 'annex.summary' ? 'annexSummary' : 'annexFile'
  return wordingFieldAt(path) ?? targetFieldAt(values, path)
}

/** A suggested wording is one field. */
export const wordingFieldAt = (path: string): string | null => (path.startsWith('wording') ? 'wording' : null)

type TargetValues = Partial<Record<TargetField, string>>

/** What is answered of targets; a figure or evidence alone is an answer that lacks its opinion. */
export function targetsOf(values: TargetValues) {
  return answeredKeys(values).map((target) => {
    const figure = values[figureField(target)]?.trim()
    const evidence = values[evidenceField(target)]?.trim()
    return {
      target,
      opinion: values[opinionField(target)] ?? '',
      ...(figure && { value: parseFigure(figure) }),
      ...(evidence && { evidence }),
    }
  })
}

function answeredKeys(values: TargetValues): string[] {
  const answered = Object.entries(values).filter(([name, value]) => isTargetField(name) && value?.trim())
  return [...new Set(answered.map(([name]) => name.slice(name.indexOf('-') + 1)))].sort()
}

/** The field of the form that a path of the input is asked by: `targets.0.value` is the first target's figure. */
export function targetFieldAt(values: TargetValues, path: string): string | null {
  const [, index, part] = /^targets\.(\d+)(?:\.(\w+))?$/.exec(path) ?? []
  const key = index === undefined ? undefined : answeredKeys(values)[Number(index)]
  if (key === undefined) return null
  if (part === 'value') return figureField(key)
  return part === 'evidence' ? evidenceField(key) : opinionField(key)
}
