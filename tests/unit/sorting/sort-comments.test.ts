import { describe, expect, it } from 'vitest'
import { keyPhrases } from '../../../web/lib/sorting/key-phrases'
import { sortComments, usualClusters, usualParameters } from '../../../web/lib/sorting/sort-comments'
import { madeUpComments, matterNames } from './made-up-comments'

const codes = [
  { id: 1, text: '认定 专精特新企业的认定标准、评价指标和申报材料' },
  { id: 2, text: '技改 设备更新改造资金和技改补贴的比例、验收与拨付进度' },
  { id: 3, text: '用地 园区工业用地、工业上楼、容积率和厂房租金' },
]
const parameters = { ...usualParameters, clusters: 5 }
const sort = (texts: ReturnType<typeof madeUpComments>, seed = 7, change = {}) =>
  sortComments({ texts, codes, seed, parameters: { ...parameters, ...change } })

describe('sorting by the machine', () => {
  it('gives the same from the same seed, and not always from another', () => {
    const texts = madeUpComments(400)
    expect(sort(texts)).toEqual(sort(texts))
    const others = [8, 9, 10].map((seed) => JSON.stringify(sort(texts, seed, { clusters: 8 }).clusters))
    expect(new Set(others).size).toBeGreaterThan(1)
  })

  it('groups comments on one matter, and every comment once', () => {
    const texts = madeUpComments(400)
    const { clusters } = sort(texts)
    expect(clusters.reduce((sum, { size }) => sum + size, 0)).toBe(400)
    const matterOf = new Map(texts.map(({ publicId, matter }) => [publicId, matter]))
    for (const { examples } of clusters)
      expect(new Set(examples.map((publicId) => matterOf.get(publicId))).size).toBe(1)
  })

  it('names a group by words that stand in it', () => {
    const texts = madeUpComments(400)
    for (const { phrases, size } of sort(texts).clusters.filter(({ size }) => size > 20)) {
      expect(phrases.length).toBeGreaterThan(1)
      for (const phrase of phrases) {
        expect([...phrase].length).toBeGreaterThanOrEqual(2)
        const holders = texts.filter(({ body }) => body.toLowerCase().includes(phrase))
        expect(holders.length).toBeGreaterThan(size * 0.05)
      }
    }
  })

  it('does not cut words and numbers to name a group', () => {
    const bodies = [
      '采用 building 2000 标准',
      '改用 building 2000 方案',
      '沿用 building 2000 做法',
      '另一件事',
    ]
    const phrases = keyPhrases(bodies.slice(0, 3), bodies, 6)
    expect(phrases).toContain('2000')
    expect(phrases.filter((phrase) => /^[a-z\d]+$/.test(phrase) && phrase !== '2000')).toEqual([])
  })

  it('proposes the code whose definition is near, with the words that they share, and none for other matters', () => {
    const texts = madeUpComments(400)
    const { suggestions } = sort(texts)
    const matterOf = new Map(texts.map(({ publicId, matter }) => [publicId, matter]))
    const right = suggestions.filter(({ publicId, code }) => matterOf.get(publicId) === code - 1)
    console.log(`${suggestions.length} proposals for 400 comments, ${right.length} on the right matter`)
    expect(right.length).toBeGreaterThan(150)
    expect(right.length / suggestions.length).toBeGreaterThan(0.85)
    const bodyOf = new Map(texts.map(({ publicId, body }) => [publicId, body]))
    for (const { publicId, phrase } of suggestions) expect(bodyOf.get(publicId)).toContain(phrase)
  })

  it('learns from comments that people tagged, where no definition says it', () => {
    const texts = madeUpComments(400)
    const onPower = texts.filter(({ matter }) => matterNames[matter] === '用电成本')
    for (const text of onPower.slice(0, 20)) text.codes = [9]
    const { suggestions } = sortComments({
      texts,
      codes: [...codes, { id: 9, text: '其他成本' }],
      seed: 7,
      parameters: { ...parameters, leastScore: 0.2 },
    })
    const nines = suggestions.filter(({ code }) => code === 9)
    const isOnPower = new Set(onPower.map(({ publicId }) => publicId))
    expect(nines.length).toBeGreaterThan(30)
    expect(nines.filter(({ publicId }) => isOnPower.has(publicId)).length / nines.length).toBeGreaterThan(
      0.85,
    )
    const tagged = new Set(onPower.slice(0, 20).map(({ publicId }) => publicId))
    expect(nines.filter(({ publicId }) => tagged.has(publicId))).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['one comment', ['请明确口径。']],
    ['empty and foreign texts', ['', '！？', 'abc def', '请明确口径。', '请明确口径。']],
  ])('comes to an end with %s', (_, bodies) => {
    const texts = bodies.map((body, i) => ({ publicId: `T001-000${i}-0000`, body, codes: [] }))
    const { clusters } = sortComments({ texts, codes, seed: 1, parameters })
    expect(clusters.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(texts.length)
  })

  it('tells how far it is, never backwards, and ends at 1', () => {
    const told: number[] = []
    sortComments({ texts: madeUpComments(500), codes, seed: 7, parameters }, (share) => told.push(share))
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('sorts 5,000 comments in seconds, twice alike', { timeout: 60_000 }, () => {
    const texts = madeUpComments(5000)
    const start = performance.now()
    const first = sort(texts, 7, { clusters: usualClusters(5000) })
    const took = performance.now() - start
    console.log(
      `5,000 comments: ${first.clusters.length} clusters, ${first.suggestions.length} proposals in ${Math.round(took)} ms`,
    )
    expect(took).toBeLessThan(30_000)
    expect(sort(texts, 7, { clusters: usualClusters(5000) })).toEqual(first)
  })
})
