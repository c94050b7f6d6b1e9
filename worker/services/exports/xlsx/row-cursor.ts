/** Reads pages of rows in pieces of any size, so that a sheet can end in the middle of a page. */
export class RowCursor<Row> {
  readonly #iterator: AsyncIterator<Row[]>
  #page: Row[] = []
  #at = 0

  constructor(pages: AsyncIterable<Row[]>) {
    this.#iterator = pages[Symbol.asyncIterator]()
  }

  async hasMore(): Promise<boolean> {
    while (this.#at >= this.#page.length) {
      const { done, value } = await this.#iterator.next()
      if (done) {
        this.#page = []
        this.#at = 0
        return false
      }
      this.#page = value
      this.#at = 0
    }
    return true
  }

  /** The next of the page at hand; undefined when it is used up, and `hasMore` fetches another. */
  next(): Row | undefined {
    return this.#at < this.#page.length ? this.#page[this.#at++] : undefined
  }

  async close(): Promise<void> {
    await this.#iterator.return?.()
  }
}
