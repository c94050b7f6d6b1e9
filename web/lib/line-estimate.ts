const perLine = 32
export const linesShown = 3

/** About how many lines a text takes in the thread; Latin characters are half as wide as Chinese ones. */
export function linesOf(text: string): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let width = 0
    for (const character of paragraph) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1
    lines += Math.max(1, Math.ceil(width / perLine))
  }
  return lines
}
