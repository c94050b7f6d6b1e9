import type { AnswerView } from '../../worker/contract/answers'

export interface PlacedAnswer {
  answer: AnswerView
  /** The first comment of the page that it answers has it in full; the others lead there. */
  isFirst: boolean
}

/** Which answer stands at which comment, for comments in the order in which they are read. */
export function placeAnswers(
  answers: readonly AnswerView[],
  publicIds: readonly string[],
): Map<string, PlacedAnswer> {
  const answerOf = new Map(
    answers.flatMap((answer) => answer.publicIds.map((publicId) => [publicId, answer] as const)),
  )
  const placed = new Map<string, PlacedAnswer>()
  const seen = new Set<number>()
  for (const publicId of publicIds) {
    const answer = answerOf.get(publicId)
    if (!answer) continue
    placed.set(publicId, { answer, isFirst: !seen.has(answer.id) })
    seen.add(answer.id)
  }
  return placed
}
