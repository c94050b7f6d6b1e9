import type { SQL } from 'drizzle-orm'

/** A page ends at whichever comes first, so that its answer stays far below the server's 10 MB. */
export const pageSize = { rows: 1000, characters: 500_000 }

/** Asks the database for a page of what is exported; throws once the export was cancelled. */
export type ReadPage = <Row>(query: SQL) => Promise<Row[]>

/** Tells of each page as it is used up. */
export async function* counted<Row>(
  pages: AsyncIterable<Row[]>,
  used: (rows: Row[]) => void | Promise<void>,
): AsyncGenerator<Row[], void, void> {
  for await (const page of pages) {
    yield page
    await used(page)
  }
}
