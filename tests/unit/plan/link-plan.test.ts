import { describe, expect, it } from 'vitest'
import { linkPlan } from '../../../worker/services/plan/link-plan'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const document = parsePlan(officialPlan)
const links = linkPlan(document)
const measuresOf = (section: number) =>
  links.sections.filter((link) => link.section === section).map(({ measure }) => measure)

describe('linkPlan on the official text', () => {
  it.each([
    [1, ['8.1']],
    [2, ['2.1', '2.3']],
    [3, ['1.1', '1.4']],
    [4, ['3.2', '3.3']],
    [5, ['2.3', '6.2', '6.3', '6.4']],
    [6, ['5.2']],
    [7, ['1.2', '4.3', '7.1', '7.2', '7.3']],
    [8, ['6.2', '7.5', '9.1', '9.2', '9.3', '9.4']],
  ])('links review section %i to the measures it speaks of', (section, measures) => {
    expect(measuresOf(section).toSorted()).toEqual(measures)
  })

  it('sets each baseline beside the target of its indicator, or else its measure', () => {
    const rows = links.baselines.map(({ section, baseline, measure, clause, target }) => {
      const { value, unit } = document.review.sections[section - 1]?.baselines[baseline] ?? {}
      return [`${value}${unit}`, measure, clause, target]
    })
    expect(rows).toEqual([
      ['20个', '2.1', null, null],
      ['2家', '1.1', 2, 0],
      ['8家', '1.1', 2, 1],
      ['28家', '1.1', 2, 1],
      ['8500家', '3.2', 2, 0],
      ['8.7万座', '6.2', null, null],
      ['12.4万座', '6.2', null, null],
      ['1.5万家', '6.4', 2, 0],
      ['50万家', '6.4', null, null],
      ['3000亿元', '7.2', null, null],
      ['75项', '7.2', null, null],
    ])
  })
})

describe('linkPlan on another document', () => {
  const source = [
    '一、情况',
    '（一）林业。新造竹林300亩。',
    '（二）渔业。捕捞总量居前。',
    '二、安排',
    '（一）农林。一是发展竹林。新造竹林500个。新造竹林500亩。二是发展茶园。',
    '（二）治水。一是清理河道。',
  ].join('\n')

  it('compares only figures of one unit, and leaves unlinked what nothing speaks of', () => {
    expect(linkPlan(parsePlan(source))).toEqual({
      sections: [{ section: 1, measure: '1.1' }],
      baselines: [{ section: 1, baseline: 0, measure: '1.1', clause: 3, target: 0 }],
    })
  })
})
