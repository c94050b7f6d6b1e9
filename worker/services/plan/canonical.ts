import { toFullWidth } from './full-width'
import { marks } from './ordinals'

export interface Line {
  /** From 1, in the source. */
  number: number
  text: string
}

/** The lines that hold text, in full-width punctuation, without indentation or space after a mark or a full stop. */
export function readLines(source: string): Line[] {
  return source
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: tidy(line) }))
    .filter(({ text }) => text !== '')
}

/** The one layout of a plan: what `joinPlan` writes, whatever the layout of the source. */
export function canonical(source: string): string {
  const paragraphs: string[] = []
  for (const { text } of readLines(source)) {
    if (paragraphs.length > 0 && marks.measure.pattern.test(text)) paragraphs.push(paragraphs.pop() + text)
    else paragraphs.push(text)
  }
  return layOut(paragraphs)
}

/** Paragraphs as the official form sets them: a blank line between, all but the first indented. */
export function layOut(paragraphs: string[]): string {
  return paragraphs.join('\n\n  ')
}

function tidy(line: string): string {
  const text = toFullWidth(line).trim().replace(/。\s+/g, '。')
  const mark = Object.values(marks)
    .map(({ pattern }) => pattern.exec(text)?.[0])
    .find((found) => found !== undefined)
  return mark ? mark + text.slice(mark.length).trimStart() : text
}
