import { describe, expect, it } from 'vitest'
import { findTargets } from '../../../worker/services/plan/find-targets'
import { followTargets } from '../../../worker/services/plan/follow-targets'

/** Where the targets of the first text stand after the others, one revision each. */
function follow(first: string, ...texts: (string | null)[]): (string | null)[] {
  const targets = findTargets(first).map(({ start, min, max, ...target }) => ({
    ...target,
    start_offset: start,
    minimum: min,
    maximum: max,
  }))
  const changes = texts.map((text, index) => {
    const kind = text === null ? ('remove' as const) : ('amend' as const)
    return { id: index, revision: index + 2, kind, text }
  })
  const clause = { text: first, introducedIn: 1 }
  return followTargets(targets, clause, changes, texts.length + 1).map((place) => place?.quote ?? null)
}

const two = '新增国家级中心1家，新增省级中心3-5家。'

describe('a target', () => {
  it.each<[string, string, string, (string | null)[]]>([
    ['is where its words are', two, '到年底，新增国家级中心1家，新增省级中心3-5家。', ['1家', '3-5家']],
    ['has its new number', two, '新增国家级中心2家，新增省级中心6家左右。', ['2家', '6家左右']],
    [
      'keeps its own number where another changed',
      two,
      '新增国家级中心1家，新增省级中心8家。',
      ['1家', '8家'],
    ],
    ['is told from the end of a longer number', '培育企业300家。', '培育企业1300家。', ['1300家']],
    [
      'is found where its indicator is worded anew around it',
      '培育专精特新中小企业300家。',
      '培育创新型专精特新中小企业360家。',
      ['360家'],
    ],
    ['is no figure of another unit', '培育企业8500家。', '培育企业1万家。', [null]],
    ['is no figure of something else', '培育专精特新企业300家。', '建设产业园区50家。', [null]],
    ['is gone with its number', '培育企业300家。', '培育一批企业。', [null]],
    ['is one only, though two lost their words', two, '新增省级中心9家。', [null, '9家']],
  ])('%s', (_, first, text, places) => {
    expect(follow(first, text)).toEqual(places)
  })

  it('that was gone comes back at its words, or where its last ones were', () => {
    expect(follow('培育企业300家。', null, '培育企业300家。')).toEqual(['300家'])
    expect(follow('培育企业300家。', '培育企业360家。', '培育一批企业。', '培育企业400家。')).toEqual([
      '400家',
    ])
    expect(follow('培育企业300家。', '培育企业360家。', '培育企业300家。')).toEqual(['300家'])
  })
})
