import type { ListedWord } from './find-banned-words'
import type { Signal } from './signal'

export function detectSignals(_text: string, _known: { words: readonly ListedWord[]; ownName: string | null }): Signal[] {
  return []
}
