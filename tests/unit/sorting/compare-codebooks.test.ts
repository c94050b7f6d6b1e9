import { describe, expect, it } from 'vitest'
import { compareCodebooks } from '../../../web/lib/sorting/compare-codebooks'

const code = (id: number, change = {}) => ({
  id,
  key: `A${id}`,
  theme: '政策',
  name: `编码${id}`,
  definition: '定义',
  example: '',
  included: '',
  excluded: '',
  ...change,
})
const said = (before: number[], after: number[]) =>
  compareCodebooks(
    before.map((id) => code(id)),
    after.map((id) => code(id)),
  ).map(({ kind, code: { id } }) => [kind, id])

describe('two versions of a codebook', () => {
  it('differ by nothing where nothing changed', () => {
    expect(said([1, 2, 3], [1, 2, 3])).toEqual([])
  })

  it('differ by what was added and retired', () => {
    expect(said([1, 2, 3], [1, 4, 3])).toEqual([
      ['added', 4],
      ['retired', 2],
    ])
  })

  it('differ by words, each told as it was and as it is', () => {
    const [found] = compareCodebooks([code(1)], [code(1, { definition: '新的定义', example: '示例' })])
    expect(found).toMatchObject({
      kind: 'changed',
      fields: [
        { field: 'definition', before: '定义', after: '新的定义' },
        { field: 'example', before: '', after: '示例' },
      ],
    })
  })

  it('differ by the fewest codes that have to move', () => {
    expect(said([1, 2, 3, 4], [4, 1, 2, 3])).toEqual([['moved', 4]])
    expect(said([1, 2], [2, 1])).toHaveLength(1)
  })
})
