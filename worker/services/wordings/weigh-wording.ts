import type { Signal } from '../../contract/personal-data/signal'
import { placesIn, wholeText } from '../../contract/whole-text'
import type { WordingView } from '../../contract/wordings'
import { detectSignals } from '../signals/detect-signals'

/** What an author wrote: the reason, how the clause should read instead, and what is public of a confidential annex. */
export interface Written {
  body: string
  wording: WordingView | null
  summary?: string | null | undefined
}

/** What all of it gives notice of, in the whole text. Words that the plan itself has are nobody's to be noticed. */
export function signalsOf(
  { body, wording, summary = null }: Written,
  known: Parameters<typeof detectSignals>[1],
): Signal[] {
  const whole = wholeText({ body, wording: wording?.text ?? null, summary })
  const signals = detectSignals(whole, known)
  if (!wording) return signals
  const place = placesIn(whole, { wording: true, summary: summary !== null }).wording
  return signals.filter(
    ({ start, end }) =>
      start === null ||
      end === null ||
      place === null ||
      start < place.start ||
      end > place.end ||
      !wording.base.includes(whole.slice(start, end)),
  )
}

/** What is compared with others: of the wording what it changes, for most of it is the plan's and alike in all. */
export function comparedText({ body, wording }: Written): string {
  if (!wording) return body
  const base = [...wording.base]
  const text = [...wording.text]
  const most = Math.min(base.length, text.length)
  let before = 0
  while (before < most && base[before] === text[before]) before += 1
  let after = 0
  while (after < most - before && base.at(-1 - after) === text.at(-1 - after)) after += 1
  const changed = (characters: string[]) => characters.slice(before, characters.length - after).join('')
  return `${body}\n${changed(base)}\n${changed(text)}`
}
