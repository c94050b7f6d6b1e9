import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattenThread } from '../../../web/lib/flatten-thread'
import { reply } from '../../support/page-fixtures'

const at = (minute: number) => new Date(Date.UTC(2021, 3, 3, 0, minute)).toISOString()
const rowsOf = (...replies: Parameters<typeof flattenThread>[1]) =>
  flattenThread('root', replies).map((row) => [
    row.comment.publicId,
    row.level,
    row.answers?.publicId ?? null,
  ])

describe('a thread in rows', () => {
  it('puts each reply under what it answers, older ones first', () => {
    expect(
      rowsOf(
        reply('b', 'root', { createdAt: at(2) }),
        reply('a1', 'a', { createdAt: at(3) }),
        reply('a', 'root', { createdAt: at(1) }),
      ),
    ).toEqual([
      ['a', 0, null],
      ['a1', 1, null],
      ['b', 0, null],
    ])
  })

  it('says whom a reply answers where that is not the row above', () => {
    const rows = rowsOf(
      reply('a', 'root', { createdAt: at(1) }),
      reply('a1', 'a', { createdAt: at(2) }),
      reply('a2', 'a', { createdAt: at(3) }),
    )
    expect(rows[2]).toEqual(['a2', 1, 'a'])
  })

  it('keeps a reply whose parent is not on the page', () => {
    expect(rowsOf(reply('orphan', 'elsewhere'))).toEqual([['orphan', 0, null]])
  })

  it('has one row for every reply, none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (parents) => {
        const replies = parents.map((parent, i) =>
          reply(`r${i}`, parent < i ? `r${parent}` : 'root', { createdAt: at(i) }),
        )
        const ids = flattenThread('root', replies).map((row) => row.comment.publicId)
        expect([...ids].sort()).toEqual(replies.map((each) => each.publicId).sort())
      }),
    )
  })
})
