import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../../worker/local/folders'
import { detectSignals } from '../../../worker/services/signals/detect-signals'
import { anyText } from '../../support/any-text'
import { listedWords } from './measure'

const detect = (text: string, ownName: string | null = null) =>
  detectSignals(text, { words: listedWords, ownName })
const passagesOf = (text: string, ownName: string | null = null) =>
  detect(text, ownName)
    .filter(({ start }) => start !== null)
    .map(({ kind, start, end, detail }) => [kind, text.slice(start ?? 0, end ?? 0), detail])

describe('the plan itself', () => {
  const plan = readFileSync(join(root, 'seeds/2021-work-plan/plan.txt'), 'utf8')
  const parts = [...plan.split('\n'), ...plan.split(/[。；;\n]/)].map((part) => part.trim())

  it('gives no signal, neither as a whole nor paragraph by paragraph nor sentence by sentence', () => {
    expect(parts.length).toBeGreaterThan(200)
    expect(passagesOf(plan, '广东机电装备有限公司')).toEqual([])
    const flagged = parts.filter(
      (part) => part.length >= 6 && detect(part, '广东机电装备有限公司').length > 0,
    )
    expect(flagged).toEqual([])
  })
})

describe('an identity number', () => {
  it('has its check digit, a date and a region', () => {
    expect(passagesOf('请看430102196107210493。')).toEqual([
      ['id_number', '430102196107210493', 'check_digit_fits'],
    ])
    expect(passagesOf('请看430102196107210494。')).toEqual([])
    expect(passagesOf('请看430102196113210493。')).toEqual([])
    expect(passagesOf('请看990102196107210493。')).toEqual([])
  })

  it('with a wrong check digit is told of where it is called one, and says so', () => {
    expect(passagesOf('身份证430102196107210494。')).toEqual([
      ['id_number', '430102196107210494', 'check_digit_wrong'],
    ])
  })

  it('is found at its place in the original, full-width and spaced', () => {
    const text = '身份证：４３０１０２ １９６１０７２１ ０４９３，谢谢'
    expect(detect(text)).toEqual([{ kind: 'id_number', start: 4, end: 24, detail: 'check_digit_fits' }])
  })
})

describe('a number', () => {
  it.each([
    ['within a longer one', '113812345678', []],
    ['within a longer one', '138123456789', []],
    ['with a decimal point', '系数0.13812345678和13812345678.25', []],
    ['of money', '共计13812345678元', []],
    ['that is called something else', '订单号13812345678、合同编号：13812345678', []],
    ['that everybody may call', '打12345、12381、95588都没有用', []],
    ['in a row of measures', '宽1500 1800 210毫米，价150 1800 2100 2400', []],
    ['beside a year', '总额1500000 2021年', []],
    [
      'among others that are called so',
      '手机138 1234 5678 139 1234 5678',
      [
        ['phone', '138 1234 5678', 'mobile'],
        ['phone', '139 1234 5678', 'mobile'],
      ],
    ],
    ['with an extension', '请拨0757-86324417转802', [['phone', '0757-86324417转802', 'landline']]],
    ['with the code of the country', '请拨+86 138 1234 5678', [['phone', '+86 138 1234 5678', 'mobile']]],
    ['with words behind it', '打13812345678一直占线', [['phone', '13812345678', 'mobile']]],
    ['in characters', '一三八一二三四五六七八', [['phone', '一三八一二三四五六七八', 'in_characters']]],
    ['of a card', '卡4367422036251556', [['bank_card', '4367422036251556', 'check_digit_fits']]],
    ['with a wrong check digit', '卡4367422036251557', []],
    ['that no issuer begins so', '卡7367422036251553', []],
  ])('%s is read as it should be: %s', (_, text, expected) => {
    expect(passagesOf(text)).toEqual(expected)
  })
})

describe('a figure of a firm', () => {
  const name = '佛山市瑞衡精密模具有限公司'

  it('is told of beside its name, in full and in short, and beside the words for itself', () => {
    for (const who of [name, '瑞衡精密', '我公司', '本厂', '我司', '咱们厂'])
      expect(passagesOf(`${who}去年产值4300万元。`, name)).toEqual([
        ['trade_secret', '产值4300万元', 'money'],
      ])
  })

  it('is not told of in another sentence, for another firm, or in a request', () => {
    expect(passagesOf('我公司支持。产值4300万元的厂很多。', name)).toEqual([])
    expect(passagesOf('瑞衡精密去年产值4300万元。')).toEqual([])
    expect(passagesOf('我公司建议把产值门槛降到4300万元。', name)).toEqual([])
  })
})

it('finds a listed word whatever its case, width and spacing, but not inside another Latin word', () => {
  const words = [
    { word: '代开发票', category: 'invoice' },
    { word: 'vpn', category: 'other' },
  ]
  const found = (text: string) =>
    detectSignals(text, { words, ownName: null }).flatMap(({ kind, start, end }) =>
      kind === 'banned_word' ? [text.slice(start ?? 0, end ?? 0)] : [],
    )
  expect(found('长期代 开-发·票，用ＶＰＮ联系')).toEqual(['代 开-发·票', 'ＶＰＮ'])
  expect(found('VPNs、开发票代、代发票')).toEqual([])
})

it('finds no listed word inside a longer one that is harmless, and finds it beside that all the same', () => {
  const words = [
    { word: '脑残', category: 'insult' },
    { word: '百家乐', category: 'gambling' },
  ]
  const found = (text: string) =>
    detectSignals(text, { words, ownName: null }).flatMap(({ kind, start, end }) =>
      kind === 'banned_word' ? [[start, text.slice(start ?? 0, end ?? 0)]] : [],
    )
  expect(found('建议报废服务器和电脑残值按10%计入成本，三百家乐器厂可以参加。')).toEqual([])
  expect(found('电 脑 残值')).toEqual([])
  expect(found('电脑残值定得太高，真是脑残；还有人玩百家乐。')).toEqual([
    [11, '脑残'],
    [18, '百家乐'],
  ])
})

it('prefers one reading of the same words', () => {
  expect(passagesOf('请发13812345678@mail.example.com，微信：13812345679')).toEqual([
    ['email', '13812345678@mail.example.com', null],
    ['phone', '13812345679', 'mobile'],
  ])
})

it('counts characters as people do', () => {
  const lengthOf = (text: string) =>
    detect(text).flatMap(({ kind, detail }) => (kind === 'length' ? [detail] : []))
  expect(lengthOf('好👨‍👩‍👧👨‍👩‍👧好')).toEqual(['very_short'])
  expect(lengthOf('支持这一条。')).toEqual([])
  expect(lengthOf('业'.repeat(2000))).toEqual([])
  expect(lengthOf('业'.repeat(2001))).toEqual(['very_long'])
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '138',
      '0013',
      '8000',
      '440106',
      '身份证',
      ' ',
      '-',
      '.',
      '@',
      'a',
      '微信',
      '粤B',
      '我公司产值',
      '万元',
      '号',
      '栋',
      '室',
      '村',
      '，',
      '。',
    ],
  )
  const text = fc.oneof(
    anyText,
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  )

  it('gives passages that lie in it, in order, and no two readings of the same personal data', () => {
    fc.assert(
      fc.property(text, (any) => {
        const passages = detect(any).filter(({ start }) => start !== null)
        let last = 0
        for (const { start, end } of passages) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start ?? 0)
          expect(end).toBeLessThanOrEqual(any.length)
          last = start ?? 0
        }
        let taken = 0
        for (const { kind, start, end } of passages) {
          if (kind === 'trade_secret' || kind === 'banned_word') continue
          expect(start).toBeGreaterThanOrEqual(taken)
          taken = end ?? 0
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ...[
      '1',
      '1 ',
      '1-',
      ' ',
      'a',
      'a@',
      'a.',
      'www.',
      '中',
      '村',
      '一三八',
      '我公司产值1',
      '1栋',
      '家住',
      '粤A',
      '微信号号',
      '我厂，',
    ],
    ...['1,123', '中1', 'ab12@example.com ', '13812345678，'],
  ])('is read to its end, as %j over and over', (piece) => {
    expect(Array.isArray(detect(piece.repeat(Math.ceil(5000 / piece.length)), '瑞衡精密有限公司'))).toBe(true)
  })
})
