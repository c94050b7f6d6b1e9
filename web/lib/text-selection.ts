import type { Span } from './word-stops'

/** What the reader has selected of an element's text, in UTF-16 offsets into it; null where that is nothing. */
export function selectedSpan(root: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const begins = root.contains(range.startContainer)
  const ends = root.contains(range.endContainer)
  if (!begins && !ends) return null
  const start = begins ? lengthUpTo(root, range.startContainer, range.startOffset) : 0
  const end = ends ? lengthUpTo(root, range.endContainer, range.endOffset) : (root.textContent?.length ?? 0)
  return start < end ? { start, end } : null
}

/** Selects a part of an element's text as if the reader had. */
export function selectSpan(root: HTMLElement, { start, end }: Span) {
  const from = placeOf(root, start, false)
  const to = placeOf(root, end, true)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

function lengthUpTo(root: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(root)
  range.setEnd(node, offset)
  return range.toString().length
}

function placeOf(root: HTMLElement, at: number, isEnd: boolean): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let done = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (at < done + length || (isEnd && at === done + length)) return { node, offset: at - done }
    done += length
  }
  return null
}
