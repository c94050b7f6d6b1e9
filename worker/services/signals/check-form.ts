import { countCharacters } from '../../contract/text'
import type { Signal } from './signal'

const shortest = 6
const longest = 2000
/** Below this share of Chinese a text counts as foreign. A Latin letter weighs a third of a character. */
const leastChinese = 0.4

/** What is unusual about a text as a whole: its length, and a language other than Chinese. `prose` is without addresses. */
export function checkForm(text: string, prose: string): Signal[] {
  const found: Signal[] = []
  const add = (kind: Signal['kind'], detail: string) => found.push({ kind, start: null, end: null, detail })
  const han = count(prose, /\p{Script=Han}/gu)
  const latin = count(prose, /\p{Script=Latin}/gu)
  const other = count(prose, /\p{L}/gu) - han - latin
  if (han === 0) add('language', 'no_chinese')
  else if (han / (han + latin / 3 + other) < leastChinese) add('language', 'little_chinese')
  const length = countCharacters(text)
  if (length < shortest) add('length', 'very_short')
  if (length > longest) add('length', 'very_long')
  return found
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
