import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { jaccard } from '../../../worker/contract/similarity/grams'
import { closest, type Sketch, sketchText } from '../../../worker/services/similarity/sketch'
import { plain } from '../signals/corpus/plain'
import { letters, paraphrases } from './letters'
import { MemoryIndex } from './memory-index'

const greetings = [
  '您好！',
  '尊敬的领导：',
  '各位领导好，',
  '省厅的同志：您好。',
  '转发一条意见：',
  '我同意下面的话。',
]
const endings = ['谢谢！', '望采纳。', '以上，请考虑。', '盼复。', '此致，敬礼。', '拜托了！']
const additions = [
  '我们镇上的情况更严重。',
  '请务必重视粤东的企业。',
  '去年的承诺还没有兑现。',
  '隔壁市已经这样做了。',
  '我本人愿意参加座谈。',
  '请公布负责的处室。',
]

const pick = <Item>(items: readonly Item[], n: number) => items[n % items.length] as Item
const insertAt = (text: string, addition: string, n: number) => {
  const stops = [...text.matchAll(/。/g)].map(({ index }) => index + 1)
  const at = pick(stops, n)
  return text.slice(0, at) + addition + text.slice(at)
}

/** What people do to a letter before they send it. */
const edits: Record<string, (text: string, n: number) => string> = {
  punctuation: (text, n) =>
    [
      (each: string) => each.replace(/，/g, '、').replace(/。/g, '！'),
      (each: string) => each.replace(/[，。、]/g, ' '),
      (each: string) => each.replace(/，/g, ',').replace(/。/g, '.\n'),
    ][n % 3]?.(text) ?? text,
  prefix: (text, n) => pick(greetings, n) + text,
  suffix: (text, n) => text + pick(endings, n),
  'both ends': (text, n) => pick(greetings, n) + text + pick(endings, n + 1),
  'added sentence': (text, n) => insertAt(text, pick(additions, n), n),
  'one word': (text, n) => text.replace(/企业|建议|补贴/, pick(['厂家', '请求', '补助', '希望'], n)),
  'all at once': (text, n) =>
    pick(greetings, n) + insertAt(text, pick(additions, n), n).replace(/，/g, ',') + pick(endings, n),
}

let originals: Sketch[] = []

beforeAll(async () => {
  originals = await Promise.all(letters.map((letter) => sketchText('2021-work-plan', letter)))
})

describe('an edited copy of a letter', () => {
  it.each(Object.keys(edits))('is highly similar to it: %s', async (name) => {
    const index = new MemoryIndex()
    const groups = originals.map((sketch) => index.place(sketch).groupId)
    let similar = 0
    let found = 0
    for (const [i, letter] of letters.entries()) {
      for (let n = 0; n < 6; n += 1) {
        const sketch = await sketchText('2021-work-plan', edits[name]?.(letter, n) ?? letter)
        const candidates = originals.map(({ normal }, id) => ({ id, normal }))
        const nearest = closest(sketch, candidates)
        if (nearest) expect(nearest.groupId).toBe(i)
        similar += nearest ? 1 : 0
        found += index.place(sketch).groupId === groups[i] ? 1 : 0
      }
    }
    console.log(`${name}: ${similar} of ${letters.length * 6} at 0.7 or above, ${found} of them found`)
    expect(similar / (letters.length * 6)).toBeGreaterThanOrEqual(0.95)
    expect(found / similar).toBeGreaterThanOrEqual(0.98)
  })
})

describe('a copy with so much added that it is barely one', () => {
  it('is found nearly always', async () => {
    let similar = 0
    let found = 0
    for (const [i, letter] of letters.entries()) {
      for (let n = 0; n < 60; n += 1) {
        const sketch = await sketchText(
          '2021-work-plan',
          letter + someComment(100 * i + n).slice(0, Math.floor(letter.length * 0.38)),
        )
        const original = originals[i] ?? sketch
        const share = jaccard(sketch.grams, original.grams)
        if (share < 0.7 || share > 0.76) continue
        similar += 1
        found += sketch.bands.some((hash, band) => original.bands[band] === hash) ? 1 : 0
      }
    }
    console.log(`between 0.70 and 0.76: ${found} of ${similar} share a band`)
    expect(similar).toBeGreaterThan(300)
    expect(found / similar).toBeGreaterThanOrEqual(0.97)
  })
})

describe('what is no copy', () => {
  it.each(paraphrases)('stays by itself: letter %i in other words', async (letter, text) => {
    const sketch = await sketchText('2021-work-plan', text)
    expect(jaccard(sketch.grams, originals[letter]?.grams ?? sketch.grams)).toBeLessThan(0.3)
    expect(
      closest(
        sketch,
        originals.map(({ normal }, id) => ({ id, normal })),
      ),
    ).toBeNull()
  })

  it('stays by itself: other comments on the same plan', async () => {
    const index = new MemoryIndex()
    const ids = []
    for (const { text } of plain) ids.push(index.place(await sketchText('2021-work-plan', text)).groupId)
    expect(new Set(ids).size).toBe(plain.length)
  })
})

describe('a short text', () => {
  it('is like its equals only, whatever their punctuation and width', async () => {
    const index = new MemoryIndex()
    const place = async (text: string) => index.place(await sketchText('2021-work-plan', text)).groupId
    const first = await place('支持第七条，请落实。')
    expect(await place('支持第七条请落实')).toBe(first)
    expect(await place('支持第七条!请落实!')).toBe(first)
    expect(await place('支持第八条，请落实。')).not.toBe(first)
    expect(await place('支持5G')).toBe(await place('支持５ｇ。'))
  })

  it('of nothing but signs is like the same signs', async () => {
    const hashes = await Promise.all(
      ['……', '。。。', '👍', '👍👍', '……'].map(
        async (text) => (await sketchText('2021-work-plan', text)).hash,
      ),
    )
    expect(new Set(hashes).size).toBe(4)
  })
})

describe('the bands', () => {
  it('are whole numbers that JavaScript and SQLite both hold', () => {
    for (const { bands } of originals) {
      expect(bands).toHaveLength(16)
      for (const hash of bands) expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true)
    }
  })

  it('stay what they are: those in the database rest on them', () => {
    expect(originals[0]?.bands.slice(0, 3)).toEqual([5530961539367025, 3033389702718675, 7934370073201724])
  })
})

describe('5,000 comments at once', () => {
  const crowd = 5000
  const copyOf = (n: number) => (n % 20 < letters.length ? n % 20 : null)
  const write = (n: number) => {
    const letter = letters[copyOf(n) ?? -1]
    return letter ? pick(Object.values(edits), Math.floor(n / 7))(letter, Math.floor(n / 3)) : someComment(n)
  }

  it('come together by letter and by nothing else', async () => {
    const index = new MemoryIndex()
    const groups = new Map<number, (number | null)[]>()
    let compared = 0
    const before = performance.now()
    for (let n = 0; n < crowd; n += 1) {
      const placed = index.place(await sketchText('2021-work-plan', write(n)))
      compared += placed.compared
      groups.set(placed.groupId, [...(groups.get(placed.groupId) ?? []), copyOf(n)])
    }
    const each = (performance.now() - before) / crowd

    const copies = Array.from({ length: crowd }, (_, n) => copyOf(n)).filter((letter) => letter !== null)
    const mixed = [...groups.values()].filter((members) => new Set(members).size > 1)
    const alone = [...groups.values()].filter(([first]) => first === null)
    const together = letters.map((_, letter) =>
      Math.max(...[...groups.values()].filter(([first]) => first === letter).map(({ length }) => length)),
    )
    const recall = together.reduce((total, size) => total + size, 0) / copies.length
    console.log(
      `${crowd} comments, ${copies.length} of them copies of ${letters.length} letters: recall ${recall.toFixed(3)}, ` +
        `${mixed.length} of ${groups.size} groups mixed, ${each.toFixed(2)} ms a comment, ` +
        `${(compared / crowd).toFixed(2)} compared in full`,
    )
    expect(mixed).toEqual([])
    expect(alone).toHaveLength(crowd - copies.length)
    expect(recall).toBeGreaterThanOrEqual(0.97)
  }, 60_000)
})

const words =
  '技改 贴息 园区 配套 物流 电价 宿舍 培训 检测 认证 标准 模具 铸造 陶瓷 纺织 家电 芯片 传感器 机器人 平台 数据 订单 账期 融资 担保 首贷 研发 专利 人才 学徒 夜班 食堂 公交 变压器 污水 余热 厂房 货梯 租金 拆迁 试点 目录 公示 验收 审计 兑付 窗口 热线 协会 商会 展会 出口 退税 集装箱 码头 铁路 冷链 疫苗 口罩 储备 应急 安全 消防 环保 碳排放 能效 绿电'.split(
    ' ',
  )
const links = [
  '要先于',
  '离不开',
  '比不上',
  '拖累了',
  '带动了',
  '应当并入',
  '请单列于',
  '已经超过',
  '还没有跟上',
  '不能代替',
]

/** A comment that nobody else has written. */
function someComment(n: number): string {
  let state = n * 2_654_435_761 + 12_345
  const next = <Item>(items: readonly Item[]) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return pick(items, state >>> 8)
  }
  return Array.from({ length: 6 }, () => `${next(words)}${next(links)}${next(words)}${next(words)}`).join(
    '，',
  )
}
