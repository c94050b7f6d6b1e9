import { describe, expect, it } from 'vitest'
import { createRows } from '../../../web/views/desk/moderation/create-rows'
import { deskEvent, mine, queueItem, staged, theirs } from './queue-items'

const decided = { is: 'decided', decision: 'publish', by: null, isMine: true } as const

function rowsOf(...items: ReturnType<typeof queueItem>[]) {
  const rows = createRows()
  rows.merge(items, rows.moment())
  return rows
}

describe('the list', () => {
  it('opens on the first in hand', () => {
    expect(rowsOf(queueItem(1, { holder: theirs }), queueItem(2)).position()).toBe(2)
  })

  it('opens on the first of all where nothing is in hand', () => {
    expect(rowsOf(queueItem(1, { holder: theirs })).position()).toBe(1)
  })

  it('keeps its order and its cursor when a further hand is dealt', () => {
    const rows = rowsOf(queueItem(1), queueItem(2), queueItem(3, { holder: null }))
    rows.select(2)
    rows.merge([queueItem(3), queueItem(4)], rows.moment())
    expect(rows.order()).toEqual([1, 2, 3, 4])
    expect(rows.position()).toBe(2)
    expect(rows.row(3)?.item.holder).toEqual(mine)
  })

  it('goes on by itself once there is more, after the last was decided', () => {
    const rows = rowsOf(queueItem(1))
    rows.settle(1, decided)
    rows.advance()
    expect(rows.position()).toBe(1)
    rows.merge([queueItem(2)], rows.moment())
    expect(rows.position()).toBe(2)
  })

  it('does not go on by itself under the hands of whoever looks at something', () => {
    const rows = rowsOf(queueItem(1), queueItem(2, { holder: theirs }))
    rows.settle(1, decided)
    rows.advance()
    rows.select(2)
    rows.merge([queueItem(3)], rows.moment())
    expect(rows.position()).toBe(2)
  })
})

describe('an answer that was asked for before', () => {
  it('does not undo what was decided meanwhile', () => {
    const rows = rowsOf(queueItem(1), queueItem(2))
    const askedAt = rows.moment()
    rows.patch(1, { staged: staged(mine) })
    rows.merge([queueItem(1), queueItem(2, { body: '新' })], askedAt)
    expect(rows.row(1)?.item.staged).not.toBeNull()
    expect(rows.row(2)?.item.body).toBe('新')
  })

  it('does not call a hold lost that was taken meanwhile', () => {
    const rows = rowsOf(queueItem(1, { holder: null }), queueItem(2))
    const askedAt = rows.moment()
    rows.hear(deskEvent('held', { by: { id: 'me', name: '王敏' }, until: mine.until }), 'me', false)
    rows.expireAllBut(new Set(), askedAt)
    expect(rows.row(1)?.loss).toBeNull()
    expect(rows.row(2)?.loss).toEqual({ by: null })
  })
})
