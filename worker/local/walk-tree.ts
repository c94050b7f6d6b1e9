import type { Hash } from '../contract/merkle'
import type { HeadView } from '../contract/transparency'
import { emptyTree, growTree, rootOf, type Tree, type TreeNode } from '../services/transparency/tree'
import { tampering } from './tampering'

/** A head that an earlier check saw. */
export type SeenHead = HeadView & { seenAt: string }

/** What a check came to when it found nothing wrong. */
export interface Verified {
  head: HeadView | null
  heads: number
  /** Rows that are not sealed yet; null where that cannot be seen. */
  waiting: number | null
}

type Landmark = HeadView & { refuse: () => Error }

/** Lets the leaves pass in their order and holds each head against the tree as it then stands. */
export class TreeWalk {
  private tree: Tree = emptyTree
  private readonly landmarks: Landmark[]

  /** Throws at once where an earlier check saw more than there is now. */
  constructor(heads: readonly HeadView[], seen: SeenHead | null) {
    const size = Math.max(0, ...heads.map((head) => head.size))
    if (seen && seen.size > size) throw tampering.shrunk(seen.size, seen.seenAt, size)
    const landmarks = heads.map((head) => ({ ...head, refuse: () => tampering.headChanged(head.size) }))
    if (seen) landmarks.push({ ...seen, refuse: () => tampering.historyChanged(seen.size, seen.seenAt) })
    this.landmarks = landmarks.sort((a, b) => a.size - b.size)
  }

  get size(): number {
    return this.tree.size
  }

  /** Takes the next leaves and answers the nodes that became complete. */
  async take(leaves: readonly Hash[]): Promise<TreeNode[]> {
    const nodes: TreeNode[] = []
    const end = this.size + leaves.length
    let rest = leaves
    for (;;) {
      const [next] = this.landmarks
      const isReached = next !== undefined && next.size <= end
      const step = isReached ? next.size - this.size : rest.length
      const grown = await growTree(this.tree, rest.slice(0, step))
      this.tree = grown.tree
      for (const node of grown.nodes) nodes.push(node)
      rest = rest.slice(step)
      if (!isReached) return nodes
      if ((await rootOf(this.tree)) !== next.root) throw next.refuse()
      this.landmarks.shift()
    }
  }

  /** Throws where a head speaks of more than there was, or the newest of less. */
  end(heads: readonly HeadView[]): void {
    const [beyond] = this.landmarks
    if (beyond) throw tampering.entryMissing(this.size)
    const covered = Math.max(0, ...heads.map((head) => head.size))
    if (covered !== this.size) throw tampering.headsMissing(this.size, covered)
  }
}
