/** What the form calls its two questions about a target: how high it is, and the figure that would fit. */
export type TargetField = `opinion-${string}` | `figure-${string}`

export const opinionField = (key: string): TargetField => `opinion-${key}`
export const figureField = (key: string): TargetField => `figure-${key}`

export function isTargetField(name: string): name is TargetField {
  return /^(opinion|figure)-[\d.]{7,11}$/.test(name)
}

/** The figure as people write it: 1,200 or １２００. Not a number where it is none. */
export function parseFigure(text: string): number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
