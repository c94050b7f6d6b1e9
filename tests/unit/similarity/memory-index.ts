import { type Candidate, closest, type Sketch } from '../../../worker/services/similarity/sketch'

/** The groups in memory, found by their bands as the database finds them, but for its limits on what it looks at. */
export class MemoryIndex {
  private readonly groups: Candidate[] = []
  private readonly byBand = new Map<string, number[]>()

  /** Joins the closest group or begins one; answers which, and how many texts it was compared with. */
  place(sketch: Sketch): { groupId: number; compared: number } {
    const candidates = this.candidatesOf(sketch)
    const joined = closest(sketch, candidates)
    return { groupId: joined?.groupId ?? this.begin(sketch), compared: candidates.length }
  }

  private candidatesOf({ normal, bands }: Sketch): Candidate[] {
    if (bands.length === 0) return this.groups.filter((group) => group.normal === normal)
    const ids = new Set(bands.flatMap((hash, band) => this.byBand.get(`${band} ${hash}`) ?? []))
    return [...ids].flatMap((id) => this.groups[id] ?? [])
  }

  private begin({ normal, bands }: Sketch): number {
    const id = this.groups.length
    this.groups.push({ id, normal })
    for (const [band, hash] of bands.entries()) {
      const key = `${band} ${hash}`
      this.byBand.set(key, [...(this.byBand.get(key) ?? []), id])
    }
    return id
  }
}
