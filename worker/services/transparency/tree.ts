import { type Hash, hashNode, hashOf } from '../../contract/merkle'

/** Leaves from `start` up to and without `end`. */
interface Span {
  start: number
  end: number
}

/** A complete subtree: the 2^level leaves from position × 2^level on; level 0 is a leaf. */
export interface NodePlace {
  level: number
  position: number
}

export interface TreeNode extends NodePlace {
  hash: Hash
}

/** As much of a tree as it takes to go on with it: the complete subtree of each level that no larger one holds. */
export interface Tree {
  size: number
  peaks: (Hash | undefined)[]
}

export const emptyTree: Tree = { size: 0, peaks: [] }

/** The largest power of two below `count`: where RFC 9162 divides a tree. */
const splitOf = (count: number) => 2 ** (31 - Math.clz32(count - 1))

/** The complete subtrees that make up the span, from the left. A span of a proof begins where they can. */
export function coverOf({ start, end }: Span): NodePlace[] {
  if (start === end) return []
  const level = 31 - Math.clz32(end - start)
  const next = start + 2 ** level
  return [{ level, position: start / 2 ** level }, ...coverOf({ start: next, end })]
}

/** RFC 9162, 2.1.3.1: what is hashed, nearest first, to prove that a leaf is in the tree. */
export function inclusionSpans(index: number, size: number): Span[] {
  const path = ({ start, end }: Span): Span[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ]
    return index < middle ? [...path(left), right] : [...path(right), left]
  }
  return path({ start: 0, end: size })
}

/** RFC 9162, 2.1.4.1: what proves that the tree of `to` leaves begins with that of `from`. */
export function consistencySpans(from: number, to: number): Span[] {
  const proof = ({ start, end }: Span, isWhole: boolean): Span[] => {
    if (end === from) return isWhole ? [] : [{ start, end }]
    const middle = start + splitOf(end - start)
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ]
    return from <= middle ? [...proof(left, isWhole), right] : [...proof(right, false), left]
  }
  return proof({ start: 0, end: to }, true)
}

/** The root over neighbouring subtrees, largest first. */
export async function joinHashes(hashes: readonly Hash[]): Promise<Hash> {
  let root: Hash | undefined
  for (const hash of [...hashes].reverse()) root = root === undefined ? hash : await hashNode(hash, root)
  return root ?? hashOf()
}

export function rootOf({ peaks }: Tree): Promise<Hash> {
  return joinHashes(peaks.filter((hash) => hash !== undefined).reverse())
}

/** Adds leaves at the right; answers the tree and every inner node that became complete. */
export async function growTree(
  { size, peaks }: Tree,
  leaves: readonly Hash[],
): Promise<{ tree: Tree; nodes: TreeNode[] }> {
  const grown = [...peaks]
  const nodes: TreeNode[] = []
  let row = leaves
  for (let level = 0; row.length > 0; level += 1) {
    const count = Math.floor(size / 2 ** level)
    const peak = grown[level]
    const whole = peak === undefined ? row : [peak, ...row]
    const first = peak === undefined ? count : count - 1
    const parents = await Promise.all(
      Array.from({ length: Math.floor(whole.length / 2) }, (_, i) =>
        hashNode(whole[2 * i] as Hash, whole[2 * i + 1] as Hash),
      ),
    )
    nodes.push(...parents.map((hash, i) => ({ level: level + 1, position: first / 2 + i, hash })))
    grown[level] = whole.length % 2 === 1 ? whole.at(-1) : undefined
    row = parents
  }
  return { tree: { size: size + leaves.length, peaks: grown }, nodes }
}
