import { checkPack } from './check-pack'
import { readPack } from './read-pack'
import { compareFigures, type Difference, publishedFigures, recount } from './recount'

export interface Recomputed {
  /** How many figures were computed anew. */
  figures: number
  rows: number
  sealed: number
  differences: Difference[]
  faults: string[]
}

/** Computes every public figure from the rows of a pack, and holds its files against one another and the sealed record. */
export async function recomputePack(bytes: Uint8Array): Promise<Recomputed> {
  const { pack, faults } = readPack(bytes)
  const recomputed = recount(pack)
  return {
    figures: recomputed.size,
    rows: pack.register.length,
    sealed: pack.entries.length,
    differences: compareFigures(publishedFigures(pack), recomputed),
    faults: [...faults, ...(await checkPack(pack))],
  }
}
