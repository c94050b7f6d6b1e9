import { describe, expect, it } from 'vitest'
import {
  appendIds,
  expire,
  fateOf,
  hear,
  isInHand,
  isWorkable,
  mergeItem,
  newRow,
  nextWorkable,
  type Row,
  stepFrom,
} from '../../../web/views/desk/moderation/queue'
import { deskEvent, mine, queueItem, staged, theirs } from './queue-items'

const until = '2021-03-19T02:10:00.000Z'
const row = (more: Parameters<typeof queueItem>[1] = {}) => newRow(queueItem(1, more))
const byThem = { id: 'other', name: '何立' }
const byMe = { id: 'me', name: '王敏' }
const decided = { is: 'decided', decision: 'publish', by: null, isMine: true } as const

describe('what may be decided', () => {
  it('is what is in hand, and what nobody has', () => {
    expect(isInHand(row())).toBe(true)
    expect(isInHand(row({ holder: null }))).toBe(false)
    expect(isWorkable(row({ holder: null }))).toBe(true)
  })

  it.each([
    ['a colleague has it', row({ holder: theirs })],
    ['it was passed to a colleague', row({ holder: null, passed: { by: '王敏', note: null, toMe: false } })],
    ['it is staged', row({ staged: staged(mine) })],
    ['a colleague has just decided', { ...row(), staging: { by: '何立', until } }],
    ['it was decided', { ...row(), fate: decided }],
  ])('is not what %s', (_, held) => {
    expect(isWorkable(held)).toBe(false)
    expect(isInHand(held)).toBe(false)
  })
})

describe('the cursor', () => {
  const rows = new Map<number, Row>([
    [1, { ...newRow(queueItem(1)), fate: decided }],
    [2, newRow(queueItem(2))],
    [3, newRow(queueItem(3, { holder: theirs }))],
    [4, newRow(queueItem(4, { holder: null }))],
    [5, newRow(queueItem(5))],
  ])
  const order = [1, 2, 3, 4, 5]
  const next = (from: number | null, of = rows) => nextWorkable(order, (id) => of.get(id), from)

  it('goes to the next in hand, past what colleagues have and what nobody has', () => {
    expect(next(2)).toBe(5)
  })

  it('comes back to what was skipped above', () => {
    expect(next(5)).toBe(2)
  })

  it('takes what nobody has where nothing is in hand', () => {
    const others = new Map([...rows].filter(([id]) => id !== 2 && id !== 5))
    expect(next(1, others)).toBe(4)
  })

  it('stays where there is nothing more to decide', () => {
    expect(next(1, new Map([...rows].filter(([id]) => id === 1 || id === 3)))).toBeNull()
  })

  it('steps one by one over everything, and stops at the ends', () => {
    expect(stepFrom(order, 2, 1)).toBe(3)
    expect(stepFrom(order, 1, -1)).toBe(1)
    expect(stepFrom(order, 5, 1)).toBe(5)
  })
})

describe('the order', () => {
  it('only ever grows at its end, and names nothing twice', () => {
    expect(appendIds([3, 1], [1, 2, 3, 4])).toEqual([3, 1, 2, 4])
  })

  it('is the same list where nothing is new, so that nothing is drawn again', () => {
    const order = [1, 2]
    expect(appendIds(order, [2, 1])).toBe(order)
  })
})

describe('news', () => {
  it('say in the row who has it now, and until when', () => {
    const heard = hear(row({ holder: null }), deskEvent('held', { by: byThem, until }), 'me', false)
    expect(heard.item.holder).toEqual({ ...byThem, until, isMe: false })
    expect(heard.loss).toBeNull()
  })

  it('say who took it over from this moderator', () => {
    const heard = hear(row(), deskEvent('held', { by: byThem, until }), 'me', false)
    expect(heard.loss).toEqual({ by: '何立' })
    expect(isWorkable(heard)).toBe(false)
  })

  it('give back what was let go', () => {
    const heard = hear(row({ holder: theirs }), deskEvent('held'), 'me', false)
    expect(isWorkable(heard)).toBe(true)
  })

  it('forget a loss when it is in hand again', () => {
    const lost = hear(row(), deskEvent('held', { by: byThem, until }), 'me', false)
    expect(hear(lost, deskEvent('held', { by: byMe, until }), 'me', false).loss).toBeNull()
  })

  it('tell whose decision closed it', () => {
    const heard = hear(row({ holder: theirs }), deskEvent('staged', { by: byThem, until }), 'me', false)
    const told = [deskEvent('unstaged', { by: byThem }), deskEvent('closed')]
    const closed = told.reduce((held, event) => hear(held, event, 'me', true), heard)
    expect(closed.fate).toEqual({ is: 'decided', decision: null, by: '何立', isMine: false })
    expect(closed.item.holder).toBeNull()
  })

  it('keep the decision of one’s own that took effect', () => {
    const closed = hear(row({ staged: staged(mine) }), deskEvent('closed'), 'me', true)
    expect(closed.fate).toEqual({ is: 'decided', decision: 'publish', by: '王敏', isMine: true })
  })

  it('let what a colleague took back be decided again', () => {
    const heard = hear(row(), deskEvent('staged', { by: byThem, until }), 'me', false)
    expect(isWorkable(hear(heard, deskEvent('unstaged', { by: byThem }), 'me', false))).toBe(true)
  })

  it('of one’s own decisions come late, and change nothing of what is shown', () => {
    const [undone, decidedAgain] = [row(), row({ staged: staged(mine) })]
    expect(hear(undone, deskEvent('staged', { by: byMe, until }), 'me', false)).toEqual(undone)
    expect(hear(decidedAgain, deskEvent('unstaged', { by: byMe }), 'me', false)).toEqual(decidedAgain)
  })

  it('know nothing of who closed what nobody staged', () => {
    expect(hear(row(), deskEvent('closed'), 'me', true).fate?.is).toBe('gone')
  })

  it('do not overrule a decision that is on its way', () => {
    const sending = { ...row(), fate: { ...decided, is: 'sending' as const } }
    expect(hear(sending, deskEvent('closed'), 'me', true).fate?.is).toBe('sending')
  })
})

describe('an answer of the server', () => {
  it('leaves a fate that it knows nothing of', () => {
    expect(mergeItem({ ...row(), fate: decided }, queueItem(1)).fate).toEqual(decided)
  })

  it('brings back what a colleague passed back', () => {
    const passed = { ...row(), fate: { ...decided, is: 'passed' as const } }
    const back = queueItem(1, { passed: { by: '何立', note: null, toMe: true } })
    expect(mergeItem(passed, back).fate).toBeNull()
  })

  it('knows a staged decision better than the news did', () => {
    const heard = { ...row(), staging: { by: '何立', until } }
    expect(mergeItem(heard, queueItem(1, { staged: staged(theirs) })).staging).toBeNull()
  })
})

it('a hold that has run out leaves the row to be claimed again', () => {
  const lost = expire(row())
  expect(lost.loss).toEqual({ by: null })
  expect(isInHand(lost)).toBe(false)
  expect(isWorkable(lost)).toBe(true)
})

it('a decision that came too late says whose was faster, and what it was where that may be known', () => {
  const faster = { by: '何立', at: until, decision: 'reject' } as const
  expect(fateOf(faster)).toEqual({ is: 'decided', decision: 'reject', by: '何立', isMine: false })
  expect(fateOf({ ...faster, decision: null })).toMatchObject({ is: 'decided', decision: null, by: '何立' })
  expect(fateOf(null).is).toBe('gone')
})
