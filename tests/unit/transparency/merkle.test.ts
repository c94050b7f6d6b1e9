import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Hash,
  hashLeaf,
  hashOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../worker/contract/merkle'
import {
  consistencySpans,
  coverOf,
  emptyTree,
  growTree,
  inclusionSpans,
  joinHashes,
  rootOf,
} from '../../../worker/services/transparency/tree'

/** The reference tree of the Certificate Transparency project: eight entries, the roots of its first 1 to 8. */
const entries = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [first, pair, second, third, sixth, quad] = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
]
const rootAt = (size: number) => roots[size - 1] as Hash
const inclusions: [index: number, size: number, proof: (string | undefined)[]][] = [
  [0, 1, []],
  [0, 8, [first, pair, quad]],
  [5, 8, [third, sixth, rootAt(4)]],
  [2, 3, [rootAt(2)]],
  [1, 5, [rootAt(1), pair, third]],
]
const consistencies: [from: number, to: number, proof: (string | undefined)[]][] = [
  [1, 1, []],
  [1, 8, [first, pair, quad]],
  [6, 8, [second, sixth, rootAt(4)]],
  [2, 5, [pair, third]],
]

/** The tree as RFC 9162, 2.1.1 defines it, word for word. */
async function defineRoot(leaves: Hash[]): Promise<Hash> {
  const [only] = leaves
  if (only === undefined) return hashOf()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = await Promise.all([
    defineRoot(leaves.slice(0, split)),
    defineRoot(leaves.slice(split)),
  ])
  return hashOf(Uint8Array.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'))
}

type Spans = ReturnType<typeof inclusionSpans>

/** A proof out of the kept nodes alone, as the service makes it. */
async function proveFrom(leaves: Hash[], spans: Spans): Promise<Hash[]> {
  const { nodes } = await growTree(emptyTree, leaves)
  const hashAt = (level: number, position: number) => {
    const node = nodes.find((each) => each.level === level && each.position === position)
    return (level === 0 ? leaves[position] : node?.hash) as Hash
  }
  return Promise.all(
    spans.map((span) => joinHashes(coverOf(span).map(({ level, position }) => hashAt(level, position)))),
  )
}

const flip = (hash: Hash) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1)
const leavesOf = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => hashLeaf(`entry ${i}`)))
const treeOf = async (leaves: Hash[]) => (await growTree(emptyTree, leaves)).tree

describe('the reference tree', () => {
  it('has the published root at every size', async () => {
    const leaves = await Promise.all(entries.map(hashLeaf))
    expect(await rootOf(emptyTree)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    for (const [i, root] of roots.entries())
      expect(await rootOf(await treeOf(leaves.slice(0, i + 1)))).toBe(root)
  })

  it.each(inclusions)(
    'has the published proof that entry %i is among the first %i',
    async (index, size, proof) => {
      const leaves = await Promise.all(entries.map(hashLeaf))
      const made = await proveFrom(leaves.slice(0, size), inclusionSpans(index, size))
      expect(made).toEqual(proof)
      const claim = { leaf: leaves[index] as Hash, index, size, root: rootAt(size), proof: made }
      expect(await verifyInclusion(claim)).toBe(true)
    },
  )

  it.each(consistencies)(
    'has the published proof that size %i grew into size %i',
    async (from, to, proof) => {
      const leaves = await Promise.all(entries.map(hashLeaf))
      const made = await proveFrom(leaves.slice(0, to), consistencySpans(from, to))
      expect(made).toEqual(proof)
      const claim = {
        from: { size: from, root: rootAt(from) },
        to: { size: to, root: rootAt(to) },
        proof: made,
      }
      expect(await verifyConsistency(claim)).toBe(true)
    },
  )
})

const sizes = fc.integer({ min: 1, max: 70 })

describe('a tree', () => {
  it('is the defined one, in whatever pieces it grew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }), async (pieces) => {
        const leaves = await leavesOf(pieces.reduce((all, piece) => all + piece, 0))
        let tree = emptyTree
        const nodes = []
        for (const piece of pieces) {
          const grown = await growTree(tree, leaves.slice(tree.size, tree.size + piece))
          nodes.push(...grown.nodes)
          tree = grown.tree
        }
        expect(tree.size).toBe(leaves.length)
        expect(await rootOf(tree)).toBe(await defineRoot(leaves))
        const byPlace = (a: { level: number; position: number }, b: typeof a) =>
          a.level - b.level || a.position - b.position
        const whole = await growTree(emptyTree, leaves)
        expect(nodes.sort(byPlace)).toEqual(whole.nodes.sort(byPlace))
      }),
      { numRuns: 60 },
    )
  })

  it('proves each of its entries, and nothing else in its place', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, chosen) => {
        const leaves = await leavesOf(size)
        const index = chosen % size
        const root = await defineRoot(leaves)
        const leaf = leaves[index] as Hash
        const proof = await proveFrom(leaves, inclusionSpans(index, size))
        const claim = { leaf, index, size, root, proof }
        expect(await verifyInclusion(claim)).toBe(true)
        expect(await verifyInclusion({ ...claim, leaf: flip(leaf) })).toBe(false)
        expect(await verifyInclusion({ ...claim, root: flip(root) })).toBe(false)
        expect(await verifyInclusion({ ...claim, index: size })).toBe(false)
        expect(await verifyInclusion({ ...claim, proof: [...proof, leaf] })).toBe(false)
        for (const i of proof.keys()) {
          expect(await verifyInclusion({ ...claim, proof: proof.with(i, flip(proof[i] as Hash)) })).toBe(
            false,
          )
          expect(await verifyInclusion({ ...claim, proof: proof.toSpliced(i, 1) })).toBe(false)
        }
        if (size > 1) expect(await verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('proves that it began as any of its beginnings, and as no other', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, chosen) => {
        const leaves = await leavesOf(size)
        const before = 1 + (chosen % size)
        const from = { size: before, root: await defineRoot(leaves.slice(0, before)) }
        const to = { size, root: await defineRoot(leaves) }
        const proof = await proveFrom(leaves, consistencySpans(before, size))
        expect(await verifyConsistency({ from, to, proof })).toBe(true)
        const other = {
          ...from,
          root: await defineRoot([flip(leaves[0] as Hash), ...leaves.slice(1, before)]),
        }
        expect(await verifyConsistency({ from: other, to, proof })).toBe(false)
        expect(await verifyConsistency({ from, to: { ...to, root: flip(to.root) }, proof })).toBe(false)
        expect(await verifyConsistency({ from, to, proof: [...proof, to.root] })).toBe(false)
        for (const i of proof.keys()) {
          const wrong = proof.with(i, flip(proof[i] as Hash))
          expect(await verifyConsistency({ from, to, proof: wrong })).toBe(false)
          expect(await verifyConsistency({ from, to, proof: proof.toSpliced(i, 1) })).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('proves nothing to whoever asks nonsense', async () => {
    const root = rootAt(1)
    for (const index of [-1, 0.5, Number.NaN])
      expect(await verifyInclusion({ leaf: root, index, size: 1, root, proof: [] })).toBe(false)
    for (const size of [0, -1, 2, Number.NaN])
      expect(await verifyConsistency({ from: { size, root }, to: { size: 1, root }, proof: [] })).toBe(false)
    const words = { from: { size: 1, root }, to: { size: 2, root: rootAt(2) }, proof: ['no hash'] }
    expect(await verifyConsistency(words)).toBe(false)
  })
})
