import { applyRedactions, type Redaction } from '../../worker/contract/redaction'
import type { RedactionReason } from '../../worker/contract/words'
import type { Span } from './word-stops'

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end

const isLow = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** A span without the white space at its ends that cuts no character in two; null where nothing is left. */
export function tidySpan(text: string, span: Span): Span | null {
  let start = Math.max(0, span.start)
  let end = Math.min(text.length, span.end)
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start >= end) return null
  return { start: isLow(text, start) ? start - 1 : start, end: isLow(text, end) ? end + 1 : end }
}

/** Hides a span for a reason. Passages that it touches, and neighbours with the same reason, become one with it. */
export function hidePassage(
  text: string,
  passages: readonly Redaction[],
  span: Span,
  reason: RedactionReason,
): readonly Redaction[] {
  const tidy = tidySpan(text, span)
  if (!tidy) return passages
  const joins = (other: Redaction) =>
    touches(other, tidy) ||
    (other.reason === reason && (other.end === tidy.start || other.start === tidy.end))
  const joined = passages.filter(joins)
  const whole = {
    start: Math.min(tidy.start, ...joined.map(({ start }) => start)),
    end: Math.max(tidy.end, ...joined.map(({ end }) => end)),
    reason,
  }
  return [...passages.filter((other) => !joined.includes(other)), whole].sort((a, b) => a.start - b.start)
}

/** Shows again what was hidden anywhere in a span. */
export function showPassage(passages: readonly Redaction[], span: Span): readonly Redaction[] {
  return passages.filter((passage) => !touches(passage, span))
}

/** The hidden passage that a span touches first. */
export function passageAt(passages: readonly Redaction[], span: Span): Redaction | undefined {
  return passages.find((passage) => touches(passage, span))
}

interface PublicRun {
  text: string
  isHidden: boolean
}

/** {@link applyRedactions} in runs, so that what stands for hidden words can be told from words. */
export function publicRuns(text: string, passages: readonly Redaction[]): PublicRun[] {
  const runs: PublicRun[] = []
  let done = 0
  for (const passage of passages) {
    const { start, end, reason } = passage
    if (start > done) runs.push({ text: text.slice(done, start), isHidden: false })
    runs.push({
      text: applyRedactions(text.slice(start, end), [{ start: 0, end: end - start, reason }]),
      isHidden: true,
    })
    done = end
  }
  if (done < text.length) runs.push({ text: text.slice(done), isHidden: false })
  return runs
}
