import { textElement } from './xml-text'

const most = 4096

/** Texts that many cells repeat, written once. Bounded: past its size it takes no more, and the cell holds its own. */
export class SharedStrings {
  readonly #indexes = new Map<string, number>()

  indexOf(text: string): number | null {
    const known = this.#indexes.get(text)
    if (known !== undefined) return known
    if (this.#indexes.size >= most) return null
    const index = this.#indexes.size
    this.#indexes.set(text, index)
    return index
  }

  toXml(): string {
    const items = [...this.#indexes.keys()].map((text) => `<si>${textElement(text)}</si>`)
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join('')}</sst>`
  }
}
