import { describe, expect, it } from 'vitest'
import { findSimilar } from '../../../web/lib/find-similar'

const comment = (publicId: string, body: string) => ({ publicId, body })
const about = comment('a', '建议明确专精特新中小企业的认定标准，按三年平均的研发投入计算，不要只看一年。')
const near = comment('b', '认定标准应当按三年平均的研发投入计算，只看一年对周期性行业不公平。')
const other = comment('c', '园区的公交班次太少，工人下了夜班没有车坐，希望延长末班车时间。')
const sameWords = comment('d', '专精特新中小企业这个说法不好懂，请换成大家听得懂的话。')

describe('comments like the one that is being written', () => {
  it('are those on the same matter, the nearest first', () => {
    const found = findSimilar(
      '研发投入应当按三年平均计算，不要只看一年。',
      [other, near, sameWords, about],
      3,
    )
    expect(found.map(({ publicId }) => publicId)).toEqual(['a', 'b'])
  })

  it('are not those that only name the same thing of the plan', () => {
    expect(
      findSimilar('专精特新中小企业的融资成本太高，担保费能不能补贴一部分？', [about, sameWords], 3),
    ).toEqual([])
  })

  it('are none while little is written, and no more than asked for', () => {
    expect(findSimilar('认定标准', [about, near], 3)).toEqual([])
    expect(findSimilar(about.body, [about, near, { ...about }, { ...about }], 2)).toHaveLength(2)
  })
})
