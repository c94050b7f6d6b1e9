import { describe, expect, it } from 'vitest'
import {
  appendPage,
  dropItem,
  emptyQueue,
  firstPage,
  hideItem,
  needsMore,
  type Queue,
  restoreItem,
  selectedItem,
  selectItem,
  stepSelection,
  visibleItems,
} from '../../../web/views/desk/moderation/queue'
import { byKind, queueItem, queueView } from './queue-items'

const a = queueItem('A')
const b = queueItem('B')
const c = queueItem('C')
const names = (queue: Queue) => visibleItems(queue).map((item) => item.body)
const selected = (queue: Queue) => selectedItem(queue)?.body ?? null
const loaded = firstPage(emptyQueue, queueView([a, b, c]))

describe('loading', () => {
  it('selects the oldest of a first page', () => {
    expect(selected(loaded)).toBe('A')
  })

  it('keeps the selection over a refresh while the item still waits', () => {
    const refreshed = firstPage(selectItem(loaded, b.publicId), queueView([b, c]))
    expect(selected(refreshed)).toBe('B')
  })

  it('falls back to the oldest when a refresh no longer brings the selected item', () => {
    const refreshed = firstPage(selectItem(loaded, a.publicId), queueView([b, c]))
    expect(selected(refreshed)).toBe('B')
  })

  it('keeps the same object for a text it already holds, so that nothing is drawn anew', () => {
    const refreshed = firstPage(loaded, queueView([{ ...a }, { ...b }]))
    expect(refreshed.items[0]).toBe(a)
  })

  it('takes a resubmission for another text', () => {
    const changed = { ...a, revision: 2, body: 'A2' }
    expect(names(firstPage(loaded, queueView([changed])))).toEqual(['A2'])
  })

  it('shows nothing twice when pages overlap', () => {
    expect(names(appendPage(loaded, queueView([c, queueItem('D')])))).toEqual(['A', 'B', 'C', 'D'])
  })

  it('goes on from the cursor of the last page', () => {
    const first = firstPage(emptyQueue, queueView([a], { next: 'one' }))
    expect(appendPage(first, queueView([b], { next: 'two' })).next).toBe('two')
  })

  it('selects again when a page arrives after everything loaded was decided', () => {
    const decided = hideItem(firstPage(emptyQueue, queueView([a], { next: 'one' })), a)
    expect(selected(decided)).toBeNull()
    expect(selected(appendPage(decided, queueView([b])))).toBe('B')
  })
})

describe('deciding', () => {
  it('puts the next item on screen at once', () => {
    const after = hideItem(selectItem(loaded, b.publicId), b)
    expect(selected(after)).toBe('C')
    expect(names(after)).toEqual(['A', 'C'])
  })

  it('falls back to the item before when the last one is decided', () => {
    expect(selected(hideItem(selectItem(loaded, c.publicId), c))).toBe('B')
  })

  it('has nothing selected when the only item is decided', () => {
    expect(selected(hideItem(firstPage(emptyQueue, queueView([a])), a))).toBeNull()
  })

  it('takes a decided item off both counts, and only once', () => {
    const twice = hideItem(hideItem(loaded, a), a)
    expect(twice.pending).toBe(2)
    expect(twice.byKind.enterprise).toBe(2)
  })

  it('puts a failed decision back where it stood, with its counts, without moving the selection', () => {
    const decided = hideItem(selectItem(loaded, b.publicId), b)
    const restored = restoreItem(decided, b)
    expect(names(restored)).toEqual(['A', 'B', 'C'])
    expect(restored.pending).toBe(3)
    expect(selected(restored)).toBe('C')
  })

  it('selects the restored item when nothing else is left', () => {
    const only = firstPage(emptyQueue, queueView([a]))
    expect(selected(restoreItem(hideItem(only, a), a))).toBe('A')
  })

  it('does not let a page that was asked for earlier bring a decided item back', () => {
    const decided = dropItem(hideItem(loaded, a), a)
    expect(names(firstPage(decided, queueView([a, b, c])))).toEqual(['B', 'C'])
    expect(names(appendPage(decided, queueView([a, queueItem('D')])))).toEqual(['B', 'C', 'D'])
  })

  it('subtracts what the server had not yet seen decided from its counts', () => {
    const decided = hideItem(loaded, a)
    const view = queueView([a, b, c], { pending: 40, byKind: byKind({ enterprise: 30, individual: 10 }) })
    const refreshed = firstPage(decided, view)
    expect(refreshed.pending).toBe(39)
    expect(refreshed.byKind).toEqual(byKind({ enterprise: 29, individual: 10 }))
  })

  it('trusts the counts of a server that has seen the decision', () => {
    const decided = dropItem(hideItem(loaded, a), a)
    expect(firstPage(decided, queueView([b, c], { pending: 39 })).pending).toBe(39)
  })

  it('shows the new text of a comment whose older text was just decided on', () => {
    const changed = { ...a, revision: 2, body: 'A2' }
    const lost = dropItem(hideItem(loaded, a), a)
    expect(names(firstPage(lost, queueView([changed, b, c])))).toEqual(['A2', 'B', 'C'])
  })
})

describe('moving', () => {
  it('steps on and back and stops at both ends', () => {
    const last = stepSelection(stepSelection(stepSelection(loaded, 1), 1), 1)
    expect(selected(last)).toBe('C')
    expect(selected(stepSelection(loaded, -1))).toBe('A')
  })

  it('steps over what is being decided', () => {
    expect(selected(stepSelection(hideItem(loaded, b), 1))).toBe('C')
  })

  it('does not select what is no longer there', () => {
    expect(selected(selectItem(hideItem(loaded, b), b.publicId))).toBe('A')
  })

  it('asks for more when fewer than a dozen items follow and the server has more', () => {
    const many = Array.from({ length: 20 }, (_, i) => queueItem(String(i)))
    const queue = firstPage(emptyQueue, queueView(many, { next: 'more' }))
    expect(needsMore(queue)).toBe(false)
    expect(needsMore(selectItem(queue, many[7]?.publicId ?? ''))).toBe(false)
    expect(needsMore(selectItem(queue, many[8]?.publicId ?? ''))).toBe(true)
  })

  it('never asks for more after the last page', () => {
    expect(needsMore(loaded)).toBe(false)
  })
})
