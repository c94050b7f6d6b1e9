import { foldText } from './fold-text'
import type { Passage } from './signal'

export interface ListedWord {
  word: string
  category: string
}

/** What is put between the characters of a word to hide it. */
const filler = /[\s*_·•.\-/\\|+~^]/

/** The words of the list that a text has, whatever its case and width and however spaced; of several the longest. */
export function findBannedWords(text: string, listed: readonly ListedWord[]): Passage[] {
  if (listed.length === 0) return []
  const byFirst = indexWords(listed)
  const { letters, offsets } = squeeze(text.toLowerCase().length === text.length ? text.toLowerCase() : text)
  const found: Passage[] = []
  for (let i = 0; i < letters.length; i += 1) {
    const match = byFirst.get(letters.charAt(i))?.find(({ word }) => isHere(letters, offsets, text, word, i))
    if (!match) continue
    const last = i + match.word.length - 1
    const end = (offsets[last] ?? 0) + 1
    found.push({ kind: 'banned_word', start: offsets[i] ?? 0, end, detail: match.category })
    i = last
  }
  return found
}

function indexWords(listed: readonly ListedWord[]): Map<string, ListedWord[]> {
  const byFirst = new Map<string, ListedWord[]>()
  for (const { word, category } of [...listed].sort((a, b) => b.word.length - a.word.length)) {
    const { letters } = squeeze(foldText(word.toLowerCase()))
    const first = letters.charAt(0)
    if (first) byFirst.set(first, [...(byFirst.get(first) ?? []), { word: letters, category }])
  }
  return byFirst
}

/** The text without fillers, and where each of its characters stood. */
function squeeze(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = []
  let letters = ''
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i)
    if (filler.test(letter)) continue
    letters += letter
    offsets.push(i)
  }
  return { letters, offsets }
}

const latin = /[a-z0-9]/i

/** A word of Latin letters is one only where no other letter touches it. */
function isHere(letters: string, offsets: number[], text: string, word: string, at: number): boolean {
  if (!letters.startsWith(word, at)) return false
  const before = text.charAt((offsets[at] ?? 0) - 1)
  const after = text.charAt((offsets[at + word.length - 1] ?? 0) + 1)
  return !(
    (latin.test(word.charAt(0)) && latin.test(before)) ||
    (latin.test(word.charAt(word.length - 1)) && latin.test(after))
  )
}
