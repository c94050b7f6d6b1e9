import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  clauseKeySchema,
  measureKeySchema,
  pageLimitSchema,
  publicIdSchema,
} from '../../../worker/contract/comments'
import { exportQuerySchema } from '../../../worker/contract/staff'

describe('how many are asked for', () => {
  it.each([
    ['1', 1],
    ['007', 7],
    ['100', 100],
  ])('may be %s', (text, limit) => {
    expect(v.parse(pageLimitSchema, text)).toBe(limit)
  })

  it.each(['0', '101', '-1', '1.5', '1e1', ' 1', '', '１', '99999'])('may not be %j', (text) => {
    expect(v.is(pageLimitSchema, text)).toBe(false)
  })
})

describe('keys', () => {
  it.each(['1.1', '9.5', '12.34'])('of a measure: %s', (key) => {
    expect(v.is(measureKeySchema, key)).toBe(true)
    expect(v.is(clauseKeySchema, `${key}.1`)).toBe(true)
  })

  it.each(['', '1', '0.1', '1.0', '01.1', '1.1.1', '1.1 ', '100.1', '１.1', "1.1'"])(
    'of no measure: %j',
    (key) => {
      expect(v.is(measureKeySchema, key)).toBe(false)
    },
  )

  it.each(['GX21-7F3K-92QX', 'T0-0000-0000'])('of a comment: %s', (id) => {
    expect(v.is(publicIdSchema, id)).toBe(true)
  })

  it.each(['', 'GX21-7F3K-92QI', 'gx21-7f3k-92qx', 'G-7F3K-92QX', 'GX21-7F3K-92QX\n', 'GX21-7F3K-92QXX'])(
    'of no comment: %j',
    (id) => {
      expect(v.is(publicIdSchema, id)).toBe(false)
    },
  )
})

describe('the days of an export', () => {
  it.each([{ from: '2021-02-28' }, { from: '2024-02-29', to: '2024-02-29' }, {}])('may be %j', (query) => {
    expect(v.is(exportQuerySchema, query)).toBe(true)
  })

  it.each([
    { from: '2021-02-29' },
    { to: '2021-13-01' },
    { from: '2021-3-1' },
    { from: '2021-03-02', to: '2021-03-01' },
  ])('may not be %j', (query) => {
    expect(v.is(exportQuerySchema, query)).toBe(false)
  })
})
