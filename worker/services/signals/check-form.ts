import type { Signal } from '../../contract/personal-data/signal'
import { countCharacters } from '../../contract/text'

const shortest = 6
const longest = 2000
/** Below this share of Chinese a text counts as foreign. A Latin letter weighs a third of a character. */
const leastChinese = 0.4

/** What is unusual about a text as a whole: its length, and a language other than Chinese. `prose` is without addresses. */
export function checkForm(text: string, prose: string): Signal[] {
  const found: Signal[] = []
  const add = (kind: Signal['kind'], detail: string) => found.push({ kind, start: null, end: null, detail })
  const { han, latin, other } = countScripts(prose)
  if (han === 0) add('language', 'no_chinese')
  else if (han / (han + latin / 3 + other) < leastChinese) add('language', 'little_chinese')
  if (countCharacters(text.slice(0, 100)) < shortest) add('length', 'very_short')
  if (text.length > longest && (text.match(/\P{M}/gu)?.length ?? 0) > longest) add('length', 'very_long')
  return found
}

function countScripts(text: string): { han: number; latin: number; other: number } {
  const counts = { han: 0, latin: 0, other: 0 }
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isHan(code)) counts.han += 1
    else if (code < 0x250) counts.latin += isLatin(code) ? 1 : 0
    else if (code < 0x2000 || code > 0x303f) counts.other += /\p{L}/u.test(text.charAt(i)) ? 1 : 0
  }
  return counts
}

/** With the first halves of the rarer characters. */
const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xd840 && code <= 0xd88d) ||
  (code >= 0xf900 && code <= 0xfaff)

const isLatin = (code: number) => (code | 0x20) >= 0x61 && ((code | 0x20) <= 0x7a || code >= 0xc0)
