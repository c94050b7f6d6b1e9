import type { TargetOpinionView } from './opinions'

/** What the form calls its questions about a target: how high it is, the figure that would fit, and what that rests on. */
export type TargetField = `opinion-${string}` | `figure-${string}` | `evidence-${string}`

export const opinionField = (key: string): TargetField => `opinion-${key}`
export const figureField = (key: string): TargetField => `figure-${key}`
export const evidenceField = (key: string): TargetField => `evidence-${key}`

/** The fields of a target in the order of the form. */
export const targetFields = (key: string): TargetField[] => [
  opinionField(key),
  figureField(key),
  evidenceField(key),
]

export function isTargetField(name: string): name is TargetField {
  return /^(opinion|figure|evidence)-[\d.]{7,11}$/.test(name)
}

type Said = Pick<TargetOpinionView, 'key' | 'opinion' | 'value' | 'evidence'>

/** What was said of targets, as the form has it. */
export const targetValues = (targets: readonly Said[]): Partial<Record<TargetField, string>> =>
  Object.fromEntries(
    targets.flatMap(({ key, opinion, value, evidence }) => [
      [opinionField(key), opinion],
      [figureField(key), value === null ? '' : String(value)],
      [evidenceField(key), evidence ?? ''],
    ]),
  )

/** The evidence that was typed into a form, as one text. */
export const evidenceTyped = (values: object): string =>
  Object.entries(values)
    .filter(([name, text]) => name.startsWith('evidence-') && isTargetField(name) && text.trim())
    .map(([, text]) => text)
    .join('\n')

/** The figure as people write it: 1,200 or １２００. Not a number where it is none. */
export function parseFigure(text: string): number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
