import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFullWidth } from '../../../worker/services/plan/full-width'
import { officialPlan } from './official-plan'

const narrow = (text: string) =>
  text.replace(/[，：；？！（）]/g, (mark) => ',:;?!()'.charAt('，：；？！（）'.indexOf(mark)))

describe('toFullWidth', () => {
  it.each([
    ['增长1.5%,先进制造业', '增长1.5%，先进制造业'],
    ['包括:甲;乙?丙!丁', '包括：甲；乙？丙！丁'],
    ['(一)推动首台(套)装备', '（一）推动首台（套）装备'],
    ['“四个意识”,坚定', '“四个意识”，坚定'],
    ['集成电路(IC)产业', '集成电路（IC）产业'],
    ['IC(集成电路)产业', 'IC（集成电路）产业'],
    ['协会(联盟(筹))成立', '协会（联盟（筹））成立'],
    ['企业（集团)改制', '企业（集团）改制'],
    ['IBM（IC)', 'IBM（IC）'],
    ['1)推进', '1）推进'],
    ['新增3,000家,完成', '新增3,000家，完成'],
  ])('widens the punctuation of %s', (text, wide) => {
    expect(toFullWidth(text)).toBe(wide)
  })

  it.each([
    '1.95万亿元与3,000家',
    '比例为1:2',
    'R&D (research)',
    '推进R&D (research)工作',
    '网址https://example.cn/a?b=1',
    'Hello, world! (really?)',
    '中国 IC30人圆桌会议',
    '3-5个5G应用“1+20”',
  ])('leaves %s as it is', (text) => {
    expect(toFullWidth(text)).toBe(text)
  })

  it('decides each line by itself', () => {
    expect(toFullWidth('甲(\nb)')).toBe('甲（\nb)')
  })

  it('changes nothing of the official text but the width of its punctuation', () => {
    const wide = toFullWidth(officialPlan)
    expect(narrow(wide)).toBe(officialPlan)
    expect(wide).not.toMatch(/[,:;?!()]/)
  })

  it('changes at most the width of punctuation, and nothing the second time', () => {
    const text = fc.string({ unit: fc.constantFrom(...'广东5aX ,:;?!()（）“”、。\n𠮷') })
    fc.assert(
      fc.property(text, (source) => {
        const wide = toFullWidth(source)
        expect(narrow(wide)).toBe(narrow(source))
        expect(toFullWidth(wide)).toBe(wide)
      }),
      { numRuns: 1000 },
    )
  })
})
