import { foldText } from '../../contract/personal-data/fold-text'
import type { Passage } from '../../contract/personal-data/signal'

export interface ListedWord {
  word: string
  category: string
}

interface Letters {
  codes: number[]
  /** Where each of them stood. */
  offsets: number[]
}

/** What is put between the characters of a word to hide it. */
const fillers = new Set([...' \n\t*_·•.-/\\|+~^'].map((sign) => sign.charCodeAt(0)))

/** What has a listed word in it and is none: 电脑残值, 三百家乐器厂. */
const harmless = ['电脑残', '大脑残', '百家乐器', '百家乐队', '低贱人'].map((word) => ({
  word,
  category: '',
}))

/**
 * The words of the list that a text has, whatever its case and width and however spaced; of several the longest. Inside a
 * longer harmless word none counts.
 */
export function findBannedWords(text: string, listed: readonly ListedWord[]): Passage[] {
  if (listed.length === 0) return []
  const byFirst = indexWords(listed)
  const letters = squeeze(text)
  const found: Passage[] = []
  let harmlessUntil = -1
  for (let i = 0; i < letters.codes.length; i += 1) {
    const longer = harmlessByFirst.get(letters.codes[i] ?? 0)?.find(({ codes }) => isHere(letters, codes, i))
    if (longer) harmlessUntil = Math.max(harmlessUntil, i + longer.codes.length - 1)
    const match = byFirst
      .get(letters.codes[i] ?? 0)
      ?.find(({ codes }) => isHere(letters, codes, i) && i + codes.length - 1 > harmlessUntil)
    if (!match) continue
    const last = i + match.codes.length - 1
    const end = (letters.offsets[last] ?? 0) + 1
    found.push({ kind: 'banned_word', start: letters.offsets[i] ?? 0, end, detail: match.category })
    i = last
  }
  return found
}

function indexWords(listed: readonly ListedWord[]) {
  const byFirst = new Map<number, { codes: number[]; category: string }[]>()
  for (const { word, category } of listed) {
    const { codes } = squeeze(foldText(word))
    const [first] = codes
    if (first === undefined) continue
    const others = byFirst.get(first) ?? []
    byFirst.set(
      first,
      [...others, { codes, category }].sort((a, b) => b.codes.length - a.codes.length),
    )
  }
  return byFirst
}

/** The text without fillers, in small letters. */
function squeeze(text: string): Letters {
  const codes: number[] = []
  const offsets: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (fillers.has(code)) continue
    codes.push(code >= 0x41 && code <= 0x5a ? code + 0x20 : code)
    offsets.push(i)
  }
  return { codes, offsets }
}

/** A word of Latin letters is one only where no other letter touches it. */
function isHere({ codes, offsets }: Letters, word: number[], at: number): boolean {
  const last = at + word.length - 1
  const touches = (a: number, b: number) =>
    isLatin(codes[a]) && isLatin(codes[b]) && (offsets[b] ?? 0) - (offsets[a] ?? 0) === 1
  return word.every((code, i) => codes[at + i] === code) && !touches(at - 1, at) && !touches(last, last + 1)
}

const isLatin = (code = 0) => (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)

const harmlessByFirst = indexWords(harmless)
