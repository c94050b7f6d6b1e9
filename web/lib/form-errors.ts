import type { TargetView } from '../../worker/contract/plan'
import { targetFields } from '../../worker/contract/target-fields'
import type { Words } from '../locales'
import type { FormWords } from '../locales/form'
import type { FieldErrors } from '../page'
import { nameTarget } from './name-target'

export interface SummaryLine {
  field: string
  /** What the form calls the field; empty where it does not ask for it. */
  label: string
  sentence: string
}

/** Errors in the order in which the form asks, so that the summary reads as the page does. */
export function summarizeErrors(
  errors: FieldErrors,
  labels: Readonly<Record<string, string>>,
): SummaryLine[] {
  const order = Object.keys(labels)
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return Object.entries(errors)
    .map(([field, sentence]) => ({ field, label: labels[field] ?? '', sentence }))
    .sort((a, b) => place(a.field) - place(b.field))
}

/** The errors of a form, with the name of the file that was refused. */
export function namingFile(
  { fileRefused }: Words['form'],
  { errors, refusedFile }: { errors: FieldErrors; refusedFile: string | null },
): FieldErrors {
  return refusedFile && errors.file ? { ...errors, file: fileRefused(refusedFile, errors.file) } : errors
}

/** The labels of the comment form, in its order. */
export function commentFormLabels(
  words: FormWords,
  targets: Pick<TargetView, 'key' | 'quote' | 'indicator'>[] = [],
): Record<string, string> {
  const {
    clause,
    quote,
    stance,
    body,
    wording,
    kind,
    displayName,
    name,
    uscc,
    size,
    industry,
    city,
    publish,
    contact,
    attachments,
  } = words
  const ofTargets = targets.flatMap((target) =>
    targetFields(target.key).map((field) => [field, nameTarget(target)]),
  )
  return {
    clause,
    quote,
    stance,
    body,
    wording,
    ...Object.fromEntries(ofTargets),
    file: attachments,
    kind,
    displayName,
    name,
    uscc,
    size,
    industry,
    city,
    publish,
    contact,
  }
}
