import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchView } from '../../worker/contract/comments'
import { bodyOf } from '../support/answers'
import { anyText } from '../support/any-text'
import { copyComment, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const bodies = {
  chips: '芯片企业需要 EDA 工具和 AI 算力支持。',
  base: '5G基站电费优惠应当延续到2025年。',
  small: '小微企业融资难，企业 主也难。',
  rare: '𠮷野先生的意见：100% 支持「五个一」工程_一期。',
  latin: 'Über-Café naïve rate: GB/T 22239-2019, e-mail a*b "quoted".',
}
const ids: Record<string, string> = {}

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  for (const [name, body] of Object.entries(bodies)) ids[name] = (await makeComment(app, { body })).publicId
  await makeComment(app, { state: 'pending', body: '待审的芯片企业意见。' })
})

async function search(q: string, more = ''): Promise<SearchView> {
  return bodyOf<SearchView>(await app.get(`/api/search?q=${encodeURIComponent(q)}${more}`))
}

/** The names of the comments found, newest first. */
async function find(q: string): Promise<(string | undefined)[]> {
  const { items } = await search(q)
  return items.map(({ publicId }) => Object.keys(ids).find((name) => ids[name] === publicId))
}

describe('search', () => {
  it.each([
    ['one character', '芯', ['chips']],
    ['one character of many', '企', ['small', 'chips']],
    ['two characters', '企业', ['small', 'chips']],
    ['three characters', '小微企', ['small']],
    ['a whole phrase', '电费优惠应当延续', ['base']],
    ['no characters that stand apart', '企主', []],
    ['characters in their order only', '业企', []],
    ['several words, all of them', '企业 算力', ['chips']],
    ['nothing where one word is missing', '企业 基站', []],
    ['a Latin word', 'EDA', ['chips']],
    ['a Latin word in another case', 'eda', ['chips']],
    ['the beginning of a Latin word', 'quot', ['latin']],
    ['not the middle of a Latin word', 'uoted', []],
    ['Latin and Chinese in one', '5G基站', ['base']],
    ['a number', '2025', ['base']],
    ['full-width letters', 'ＡＩ', ['chips']],
    ['a rare character', '𠮷', ['rare']],
    ['a letter with its accent', 'über', ['latin']],
    ['a letter without its accent', 'cafe', ['latin']],
    ['a standard by its number', 'GB/T 22239', ['latin']],
    ['what nobody wrote', '量子', []],
  ])('finds %s: %s', async (_, q, expected) => {
    expect(await find(q)).toEqual(expected)
  })

  it.each([
    '%',
    '_',
    '"',
    '*',
    "'",
    '""',
    '"*',
    '%_%',
    '(',
    ')',
    '-',
    '^',
    ':',
    '+',
    '\\',
    '，',
    '。',
    '「」',
  ])('finds nothing for %s, and does not mind it', async (q) => {
    expect(await search(q)).toMatchObject({ items: [], measures: [], review: [], next: null })
  })

  it.each([
    ['100%', ['rare']],
    ['a*b', ['latin']],
    ['"quoted"', ['latin']],
    ['企业"', ['small', 'chips']],
    ['企业 OR 量子', []],
    ['企业 NOT 芯片', []],
    ['NEAR(企业 芯片)', []],
    ['body:企业', []],
    ["'; DROP TABLE comments; --", []],
  ])('takes %s for words, not for a command', async (q, expected) => {
    expect(await find(q)).toEqual(expected)
  })

  it('finds clauses and review sections of the plan, on the first page only', async () => {
    const found = await search('专精特新')
    expect(found.measures).toEqual([
      {
        key: '1.1',
        clauseKey: '1.1.2',
        title: '培育壮大制造业企业群',
        text: '力争新培育专精特新中小企业300家。',
      },
    ])
    expect(found.review.map(({ number }) => number)).toEqual([1])
    expect(await search('专精特新', '&after=1')).toMatchObject({ measures: [], review: [] })
  })

  it.each(['企业 中小', '“小升规”', '３００家'])('finds %s in the plan', async (q) => {
    expect((await search(q)).measures).toHaveLength(1)
  })

  it.each(['3%0', '专_特新', '30\\0'])('finds no %s in the plan, for it has no wild cards', async (q) => {
    expect((await search(q)).measures).toEqual([])
  })

  it('repeats what was asked', async () => {
    expect((await search(' 企业\u0000  芯片 ')).query).toBe('企业 芯片')
  })

  it('shows each hit once over all pages, newest first', async () => {
    const { publicId } = await makeComment(app, { body: '一个副本。' })
    await copyComment(app, publicId, 11)
    const pages = [await search('副本', '&limit=5')]
    while (pages.at(-1)?.next) pages.push(await search('副本', `&limit=5&after=${pages.at(-1)?.next}`))
    const found = pages.flatMap(({ items }) => items.map((item) => item.publicId))
    expect(pages.map(({ items }) => items.length)).toEqual([5, 5, 2])
    expect(new Set(found).size).toBe(12)
    expect(found.at(-1)).toBe(publicId)
  })

  it('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => {
        const answer = await app.get(`/api/search?q=${encodeURIComponent(q.replace(/\p{Cs}/gu, ''))}`)
        expect(answer.status).toBeOneOf([200, 422])
      }),
      {
        numRuns: 60,
        seed: 2021,
        examples: [['\uA7CA'], ['ⅷ'], ['𰻝𰻝面'], ['\u0301'], ['👨‍👩‍👧'], ['\u180B'], ['a\u0301*'], ['Ａ"*']],
      },
    )
  })
})

describe('the search page', () => {
  it.each([(id: string) => id, (id: string) => id.toLowerCase().replaceAll('-', ' ')])(
    'leads from a number to its comment (%#)',
    async (type) => {
      const answer = await app.get(`/search?q=${encodeURIComponent(type(ids.chips ?? ''))}`)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/comments/${ids.chips}`)
    },
  )
})
