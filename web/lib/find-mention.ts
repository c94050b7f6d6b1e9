/** What is being typed behind an @: where it begins, and the letters so far. */
export interface TypedMention {
  start: number
  letters: string
}

/** The @ that the caret stands behind, with at most so many letters of a name; null where nobody is being named. */
export function findMention(text: string, caret: number): TypedMention | null {
  const found = /@([^\s@，。；：、！？,.;:!?]{0,12})$/u.exec(text.slice(0, caret))
  return found ? { start: found.index, letters: found[1] ?? '' } : null
}

/** The text with the name in the place of what was typed, and where the caret then stands. */
export function putMention(
  text: string,
  caret: number,
  { start }: TypedMention,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, start)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}

/** Those of the people picked whose name still stands in the text behind an @. */
export function keptMentions<Person extends { name: string }>(
  text: string,
  picked: readonly Person[],
): Person[] {
  return picked.filter(({ name }) => text.includes(`@${name}`))
}
