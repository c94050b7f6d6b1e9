const fullWidth: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}
const word = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u

/** Gives Chinese text its full-width punctuation; Latin text, numbers and every other character stay as they are. */
export function toFullWidth(text: string): string {
  return text.replace(/[^\r\n]+/g, widenLine)
}

function widenLine(line: string): string {
  const characters = Array.from(line)
  const before = nearestWords(characters)
  const after = nearestWords(characters.toReversed()).reverse()
  const touchesHan = (index: number) => han.test(before[index] ?? '') || han.test(after[index] ?? '')
  const brackets = new Map<number, boolean>()
  for (const [open, close] of bracketPairs(characters)) {
    const isWide = characters[open] === '（' || characters[close] === '）'
    const holdsHan = han.test(characters.slice(open, close).join(''))
    const isChinese = isWide || holdsHan || han.test(before[open] ?? '')
    brackets.set(open, isChinese).set(close, isChinese)
  }
  return characters
    .map((character, index) => {
      const wide = fullWidth[character]
      return wide && (brackets.get(index) ?? touchesHan(index)) ? wide : character
    })
    .join('')
}

/** For each place, the last letter or digit before it: unlike punctuation, these never change width. */
function nearestWords(characters: string[]): string[] {
  let nearest = ''
  return characters.map((character) => {
    const found = nearest
    if (word.test(character)) nearest = character
    return found
  })
}

function bracketPairs(characters: string[]): [number, number][] {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (const [index, character] of characters.entries()) {
    if (character === '(' || character === '（') open.push(index)
    if (character !== ')' && character !== '）') continue
    const start = open.pop()
    if (start !== undefined) pairs.push([start, index])
  }
  return pairs
}
