import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { readCandidates, readNewestGroup } from './place-text'
import { type Candidate, closest, type Sketch, sketchText } from './sketch'

/** Asked for at once, so that no answer outgrows the server's 10 MB. */
const perBatch = 20

/** How many texts are compared in full, as for a single one. */
const compared = 16

/** Where each of many texts belongs that are taken in together: the first of its like begins a group, the others join it. */
export interface Placements {
  columns: { similarGroupId: SQL; similarity: number }[]
  /** The statements that begin the new groups, for the same batch. */
  groups: Query[]
}

export async function placeTexts(
  ctx: ServiceContext,
  consultation: string,
  texts: readonly string[],
): Promise<Placements> {
  const sketches = await Promise.all(texts.map((text) => sketchText(consultation, text)))
  const [newest] = await readNewestGroup(ctx)
  const known = await readAll(ctx, sketches)
  const begun = new BegunGroups((newest?.id ?? 0) + 1)
  const columns = sketches.map((sketch, i) => {
    const before = (known[i] ?? []).filter(({ id }) => id < begun.first)
    const joined = closest(sketch, [...before, ...begun.like(sketch)])
    if (joined && joined.groupId < begun.first)
      return { similarGroupId: sql`${joined.groupId}`, similarity: joined.similarity }
    const { hash } = joined ? begun.at(joined.groupId) : begun.add(sketch)
    return { similarGroupId: groupOf(hash), similarity: joined?.similarity ?? 1 }
  })
  return { columns, groups: beginGroups(ctx, begun.sketches) }
}

const groupOf = (hash: string) => sql`(SELECT id FROM similar_groups WHERE text_hash = ${hash})`

async function readAll(ctx: ServiceContext, sketches: readonly Sketch[]): Promise<Candidate[][]> {
  const found: Candidate[][] = []
  for (let i = 0; i < sketches.length; i += perBatch) {
    const [first, ...rest] = sketches.slice(i, i + perBatch).map((sketch) => readCandidates(ctx, sketch))
    if (first) found.push(...(await ctx.db.batch([first, ...rest])))
  }
  return found
}

/** The groups that texts of the same file begin, under numbers behind all that there are. */
class BegunGroups {
  readonly sketches: Sketch[] = []
  private readonly byBand = new Map<string, number[]>()
  private readonly byHash = new Map<string, number>()

  constructor(readonly first: number) {}

  at(id: number): Sketch {
    const sketch = this.sketches[id - this.first]
    if (!sketch) throw new RangeError(`no group ${id} was begun`)
    return sketch
  }

  add(sketch: Sketch): Sketch {
    const id = this.first + this.sketches.push(sketch) - 1
    this.byHash.set(sketch.hash, id)
    for (const key of keysOf(sketch)) this.byBand.set(key, [...(this.byBand.get(key) ?? []), id])
    return sketch
  }

  like(sketch: Sketch): Candidate[] {
    const same = this.byHash.get(sketch.hash)
    if (same !== undefined) return [{ id: same, normal: this.at(same).normal }]
    const shared = new Map<number, number>()
    for (const id of keysOf(sketch).flatMap((key) => this.byBand.get(key) ?? []))
      shared.set(id, (shared.get(id) ?? 0) + 1)
    return [...shared]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, compared)
      .map(([id]) => ({ id, normal: this.at(id).normal, grams: this.at(id).grams }))
  }
}

const keysOf = ({ bands }: Sketch) => bands.map((hash, band) => `${band}:${hash}`)

/** A group of the same text that came up meanwhile is joined; one that is only like it stays another. */
function beginGroups({ db, now }: ServiceContext, sketches: readonly Sketch[]): Query[] {
  const list = JSON.stringify(sketches.map(({ hash, normal, bands }) => ({ hash, normal, bands })))
  return [
    db.run(sql`
      INSERT INTO similar_groups (text_hash, normal_text, created_at)
      SELECT value ->> 'hash', value ->> 'normal', ${now.getTime()} FROM json_each(${list}) WHERE true ORDER BY key
      ON CONFLICT DO NOTHING`),
    db.run(sql`
      INSERT INTO similar_bands (band, hash, group_id)
      SELECT b.key, b.value, g.id FROM json_each(${list}) s CROSS JOIN similar_groups g ON g.text_hash = s.value ->> 'hash'
      CROSS JOIN json_each(s.value -> 'bands') b WHERE true
      ON CONFLICT DO NOTHING`),
  ]
}
