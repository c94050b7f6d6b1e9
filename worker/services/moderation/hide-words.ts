import { applyRedactions, type Redaction } from '../../contract/redaction'
import { type Place, passagesWithin, placesIn } from '../../contract/whole-text'
import type { DueDecision } from './due-decision'

/** What the public reads once a decision is in effect: the text, the wording that it suggests and the summary of its annex, their hidden passages chosen in all as one. */
export function hideWords(
  { original, body, wording, summary }: Pick<DueDecision, 'original' | 'body' | 'wording' | 'summary'>,
  redactions: readonly Redaction[],
): Pick<DueDecision, 'body' | 'wording' | 'summary'> {
  if (redactions.length === 0) return { body, wording, summary }
  const places = placesIn(original, { wording: wording !== null, summary: summary !== null })
  const hiddenIn = (place: Place) =>
    applyRedactions(original.slice(place.start, place.end), passagesWithin(redactions, place))
  return {
    body: hiddenIn(places.body),
    wording: places.wording ? hiddenIn(places.wording) : wording,
    summary: places.summary ? hiddenIn(places.summary) : summary,
  }
}
