import { describe, expect, it } from 'vitest'
import { formatShare } from '../../../web/components/charts/counted'
import { formatFigure } from '../../../web/lib/format-figure'
import { renderPage } from '../../../web/render'
import { frame, pages } from '../../support/page-fixtures'

const draw = (language: 'zh' | 'en') => renderPage(pages.figures, { ...frame, language, path: '/figures' })

/** A chart by the id of its caption, with tags taken out of the texts of its parts. */
function chartOf(html: string, id: string) {
  const [figure = ''] = new RegExp(`<figure[^>]*aria-labelledby="${id}"[\\s\\S]*?</figure>`).exec(html) ?? []
  const [drawn = '', twin = ''] = figure.split('<details')
  const textOf = (part: string) => part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const cells = [...twin.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([row]) => textOf(row).trim())
  return { drawn: textOf(drawn), svg: drawn.includes('<svg'), cells }
}

describe('a chart', () => {
  it('has a caption, its method, and a table of the same numbers', () => {
    const { drawn, svg, cells } = chartOf(draw('zh'), 'target-7.1.2.1')
    expect(svg).toBe(true)
    expect(drawn).toContain('不是投票，也不是抽样。')
    for (const words of ['偏高 6 · 54.5%', '合适 5 · 45.5%', '偏低 0 · 0%', '中位数 265', '计划 300'])
      expect(drawn).toContain(words)
    expect(cells).toEqual([
      '分组 条数 占比',
      '偏高 6 54.5%',
      '合适 5 45.5%',
      '偏低 0 0%',
      '合计 11 —',
      '25% 250 家',
      '中位数 265 家',
      '75% 280 家',
    ])
  })

  it('says of a hidden count that it is hidden, and nothing that tells it', () => {
    const { drawn, cells } = chartOf(draw('zh'), 'chart-stance')
    expect(drawn).toContain('支持 隐去')
    expect(cells).toContain('支持 隐去 —')
    expect(cells).toContain('部分支持 5 45.5%')
  })

  it('says where nobody has given what it would show', () => {
    expect(chartOf(draw('zh'), 'chart-city').drawn).toContain('目前没有人填写。')
    expect(chartOf(draw('en'), 'chart-city').drawn).toContain('Nobody has given this yet.')
  })
})

describe('the silence map', () => {
  it('tells by words, not by the mark alone, who has spoken', () => {
    const html = draw('zh')
    const [grid = ''] = /<table class="silence-grid"[\s\S]*?<\/table>/.exec(html) ?? []
    expect([...grid.matchAll(/visually-hidden">(已有意见|尚无意见)/g)].map(([, said]) => said)).toEqual([
      '已有意见',
      '尚无意见',
      '尚无意见',
      '尚无意见',
    ])
  })
})

describe('a number', () => {
  it('is written with one decimal as a share, and two at most as a figure', () => {
    expect([0, 1, 0.5454].map(formatShare)).toEqual(['0%', '100%', '54.5%'])
    expect([300, 1265.5, 15_000, 0.125].map(formatFigure)).toEqual(['300', '1,265.5', '15,000', '0.13'])
  })
})
