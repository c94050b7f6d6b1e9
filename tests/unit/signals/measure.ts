import { bannedWords } from '../../../seeds/banned-words'
import type { SignalKind } from '../../../worker/contract/words'
import { detectSignals } from '../../../worker/services/signals/detect-signals'
import { type Expected, type Labelled, readLabelled } from './corpus/labelled'

export const listedWords = Object.entries(bannedWords).flatMap(([category, words]) =>
  words.map((word) => ({ word, category })),
)

/** Of a signal: how many there were to find, how many were found, and how many of those rightly. */
export interface Score {
  kind: SignalKind
  expected: number
  found: number
  right: number
  /** What was missed and what was found wrongly, to be read by a person. */
  errors: string[]
}

/** A figure or an address has no sharp edge: what covers most of it has found it. Everything else counts to the character. */
const loose: SignalKind[] = ['address', 'trade_secret']

export function measure(corpus: readonly Labelled[], kinds: readonly SignalKind[]): Score[] {
  const scores = kinds.map((kind): Score => ({ kind, expected: 0, found: 0, right: 0, errors: [] }))
  for (const labelled of corpus) {
    const { body, ownName, expected } = readLabelled(labelled)
    const found = detectSignals(body, { words: listedWords, ownName })
    for (const score of scores) {
      const wanted = expected.filter(({ kind }) => kind === score.kind)
      const given = found.filter(({ kind }) => kind === score.kind)
      const missed = wanted.filter((each) => !given.some((other) => isSame(each, other)))
      const wrong = given.filter((each) => !wanted.some((other) => isSame(other, each)))
      score.expected += wanted.length
      score.found += given.length
      score.right += given.length - wrong.length
      const quote = ({ start, end }: Omit<Expected, 'kind'>) =>
        start === null || end === null ? body.slice(0, 20) : body.slice(start, end)
      score.errors.push(
        ...missed.map((each) => `missed ${score.kind}: ${quote(each)} in ${body.slice(0, 60)}`),
      )
      score.errors.push(...wrong.map((each) => `wrong ${score.kind}: ${quote(each)} in ${body.slice(0, 60)}`))
    }
  }
  return scores
}

export const precision = ({ found, right }: Score) => (found === 0 ? 1 : right / found)
export const recall = ({ expected, right }: Score) => (expected === 0 ? 1 : Math.min(1, right / expected))

function isSame(wanted: Expected, given: Omit<Expected, 'kind'>): boolean {
  if (wanted.start === null || wanted.end === null || given.start === null || given.end === null)
    return wanted.start === given.start
  if (!loose.includes(wanted.kind)) return wanted.start === given.start && wanted.end === given.end
  const common = Math.min(wanted.end, given.end) - Math.max(wanted.start, given.start)
  return common >= Math.max(wanted.end - wanted.start, given.end - given.start) / 2
}
