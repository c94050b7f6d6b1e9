import type { Line } from './canonical'
import type { Report } from './document'
import { marks } from './ordinals'

const closing: Record<string, string> = {
  '“': '”',
  '（': '）',
  '《': '》',
  '「': '」',
  '『': '』',
  '【': '】',
  '(': ')',
}

/** A line that ends so needs no full stop: a list follows or goes on, or it is a question or a call. */
const otherEnd = /[：；？！][”’）》】]*$/

/**
 * The sentences of a line, each with its full stop; a full stop inside quotes or brackets ends none. A heading
 * may do without one.
 */
export function splitSentences({ number, text }: Line, report: Report, isHeading = false): Line[] {
  const sentences: Line[] = []
  const awaited: string[] = []
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const closer = closing[character]
    if (closer) awaited.push(closer)
    else if (character === awaited.at(-1)) awaited.pop()
    if (awaited.length > 0 || !endsSentence(text, index)) continue
    sentences.push({ number, text: text.slice(start, index + 1) })
    start = index + 1
  }
  if (awaited.length > 0) report(number, `引号或括号不成对：缺少“${awaited.at(-1)}”`)
  else if (start < text.length && !isHeading && !otherEnd.test(text)) report(number, '没有以句号结尾')
  if (start < text.length) sentences.push({ number, text: text.slice(start) })
  for (const [index, sentence] of sentences.entries()) {
    if (!hasWords(sentence.text)) report(number, '句号前没有内容')
    const mark = marks.paragraph.pattern.exec(sentence.text)?.[0]
    if (mark && index > 0) report(number, `“${mark}”应另起一行`)
  }
  return sentences
}

/** Whether there is anything to read but punctuation. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function endsSentence(text: string, index: number): boolean {
  if (text.charAt(index) === '。') return true
  const rest = text.slice(index + 1)
  const isLast = rest === '' || marks.measure.pattern.test(rest)
  return isLast && text.charAt(index - 1) === '。' && Object.values(closing).includes(text.charAt(index))
}
