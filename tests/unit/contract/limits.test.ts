import { describe, expect, it } from 'vitest'
import { limits } from '../../../worker/contract/limits'
import { read } from '../../structure/sources'

const sql = read('migrations/0003_create_comments.sql')

describe('the limits', () => {
  it('of the database let through what those of the contract do', () => {
    const [, longest] = /length\(body\) BETWEEN 1 AND (\d+)/.exec(sql) ?? []
    expect(Number(longest)).toBe(limits.body * 10)
    const [, deepest] = /depth BETWEEN 0 AND (\d+)/.exec(sql) ?? []
    expect(Number(deepest)).toBe(limits.replyDepth)
  })

  it('of a request let the longest comment in Chinese through, several times over', () => {
    expect(limits.requestBytes).toBeGreaterThan(limits.body * 4 * 2)
  })

  it('of a page let the usual page through', () => {
    expect(limits.pageSize).toBeLessThanOrEqual(limits.maxPageSize)
  })
})
