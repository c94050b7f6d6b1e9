import { describe, expect, it } from 'vitest'
import { checkSeal, readSeenHead, rememberHead, type SeenHead } from '../../../web/lib/check-seal'
import { type Hash, hashLeaf } from '../../../worker/contract/merkle'
import type { ConsistencyView, HeadView, InclusionView } from '../../../worker/contract/transparency'
import {
  consistencySpans,
  coverOf,
  emptyTree,
  growTree,
  inclusionSpans,
  joinHashes,
  rootOf,
} from '../../../worker/services/transparency/tree'

const publicId = 'GX21-7F3K-92QX'
const entryAt = (index: number, of = publicId) => JSON.stringify({ form: 1, id: index + 1, subjectId: of })
const texts = Array.from({ length: 11 }, (_, i) =>
  entryAt(i, i === 4 || i === 7 ? publicId : 'GX21-0000-0000'),
)
const leaves = await Promise.all(texts.map(hashLeaf))

const treeOf = (all: Hash[]) => growTree(emptyTree, all)
async function prove(all: Hash[], spans: ReturnType<typeof inclusionSpans>): Promise<Hash[]> {
  const { nodes } = await treeOf(all)
  const hashOf = ({ level, position }: { level: number; position: number }) =>
    (level === 0
      ? all[position]
      : nodes.find((node) => node.level === level && node.position === position)?.hash) as Hash
  return Promise.all(spans.map((span) => joinHashes(coverOf(span).map(hashOf))))
}

async function headOf(all: Hash[]): Promise<HeadView> {
  return {
    size: all.length,
    root: await rootOf((await treeOf(all)).tree),
    sealedAt: '2021-03-20T00:00:00.000Z',
  }
}

/** What the site says about the comment, whose entries stand at 4 and 7. */
async function siteSays(all = leaves, said = texts): Promise<InclusionView> {
  const entries = [4, 7].map(async (index) => ({
    index,
    entry: said[index] as string,
    leaf: all[index] as Hash,
    proof: await prove(all, inclusionSpans(index, all.length)),
  }))
  return { publicId, head: await headOf(all), entries: await Promise.all(entries), unsealed: 0 }
}

const ask =
  (all = leaves) =>
  async (from: number, to: number): Promise<ConsistencyView> => ({
    from,
    to,
    proof: await prove(all.slice(0, to), consistencySpans(from, to)),
  })
const seenAt = async (size: number): Promise<SeenHead> => ({
  ...(await headOf(leaves.slice(0, size))),
  seenAt: '2021-03-21T00:00:00.000Z',
})
const neverAsked = () => Promise.reject(new Error('asked'))

describe('the check of a receipt', () => {
  it('is content with what is in the record, and says what it goes on from', async () => {
    const said = await siteSays()
    expect(await checkSeal(said, null, neverAsked)).toEqual({
      kind: 'sound',
      entries: 2,
      head: said.head,
      since: null,
    })
    for (const size of [1, 4, 8, 10]) {
      const seen = await seenAt(size)
      expect(await checkSeal(said, seen, ask())).toMatchObject({ kind: 'sound', since: seen })
    }
    expect(await checkSeal(said, await seenAt(11), neverAsked)).toMatchObject({ kind: 'sound' })
  })

  it('is content while nothing is sealed yet', async () => {
    const said = { publicId, head: null, entries: [], unsealed: 1 }
    expect(await checkSeal(said, null, neverAsked)).toEqual({
      kind: 'sound',
      entries: 0,
      head: null,
      since: null,
    })
  })

  it('finds an entry that was reworded or is another comment’s', async () => {
    const reworded = texts.with(4, entryAt(98))
    expect(await checkSeal(await siteSays(leaves, reworded), null, ask())).toEqual({
      kind: 'altered',
      what: 'entry',
    })
    const garbled = await siteSays(leaves, texts.with(4, '{'))
    expect(await checkSeal(garbled, null, ask())).toEqual({ kind: 'altered', what: 'entry' })
    const others = await siteSays()
    const stranger = { ...others, publicId: 'GX21-0000-0001' }
    expect(await checkSeal(stranger, null, ask())).toEqual({ kind: 'altered', what: 'entry' })
  })

  it('finds an entry that is not where the site says', async () => {
    const said = await siteSays()
    const moved = { ...said, entries: said.entries.map((entry) => ({ ...entry, index: entry.index + 1 })) }
    expect(await checkSeal(moved, null, ask())).toEqual({ kind: 'altered', what: 'place' })
    expect(await checkSeal({ ...said, head: null }, null, ask())).toEqual({ kind: 'altered', what: 'place' })
  })

  it('finds a past that was rewritten since', async () => {
    const rewritten = leaves.with(1, await hashLeaf('another'))
    const said = await siteSays(rewritten)
    expect(await checkSeal(said, null, ask(rewritten))).toMatchObject({ kind: 'sound' })
    for (const size of [2, 8, 11])
      expect(await checkSeal(said, await seenAt(size), ask(rewritten))).toEqual({
        kind: 'altered',
        what: 'history',
      })
  })

  it('finds a record that became shorter', async () => {
    const said = await siteSays(leaves.slice(0, 9))
    expect(await checkSeal(said, await seenAt(10), ask())).toEqual({ kind: 'altered', what: 'shrunk' })
    const none = { publicId, head: null, entries: [], unsealed: 0 }
    expect(await checkSeal(none, await seenAt(1), ask())).toEqual({ kind: 'altered', what: 'shrunk' })
  })
})

describe('the remembered seal', () => {
  const storageWith = (text: string | null) => {
    const kept = new Map<string, string>(text === null ? [] : [['yanlu:seal', text]])
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }

  it('is read as it was written', async () => {
    const storage = storageWith(null)
    expect(readSeenHead(storage)).toBeNull()
    const seen = await seenAt(3)
    rememberHead(storage, seen)
    expect(readSeenHead(storage)).toEqual(seen)
  })

  it.each(['', '{', '[]', '"x"', '{"size":0}', '{"size":3}', '{"size":"3","root":1}'])(
    'is nothing where %s stands',
    (text) => {
      expect(readSeenHead(storageWith(text))).toBeNull()
    },
  )
})
