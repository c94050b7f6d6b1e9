import type { Passage } from '../../contract/personal-data/signal'

/** Words for the firm itself, but not for what lies beside it. */
const ourselves =
  /(?:(?:我|本|敝|弊)(?:公司|厂|司|企业|单位|集团)|(?:我们|咱们?)(?:公司|工?厂|企业|集团)|^厂里)(?!所在|旁|附近|周边|隔壁|对面)/
/** A sentence that goes on about the one before. */
const goesOn = /^(?:去年|今年|前年|目前|现在|其中|每[年月天]|20\d\d年)/
const business =
  '营业收入|营业额|营收|销售|产值|净?利润?率|利润|毛利率?|成本|单价|报价|供货价|中标价|订单|合同额?|产能|[日月]产|年产(?!值)|产量|出货量?|出口|良品?率|负债率?|贷款|授信|应收账款|应付账款|库存|亏损|电费|用电量|配方|投入|投资|客户|欠款|回款|纳税|现金|加工费|耗电|工资|能出'
const spent = '亏|做了|花了|赚了?|[缴交]了?'
const number = '(?:\\d{1,12}(?:,\\d{3})*(?:\\.\\d{1,6})?|[一二三四五六七八九十百千两几]{1,6}个?[来多]?)'
const currency = '[十百千万亿]{0,3}[余多]?(?:元|美[元金]|欧元|港[元币]|人民币)'
const money = `${currency}|[余多]?[百千]?[万亿]{1,2}(?![家个人户名次字项条座亩余多元吨件台套片辆支只箱度千平立米方])`
const output =
  '[十百千万亿]{0,3}[余多]?(?:吨|件|台|套|片|辆|支|只|箱|度|千瓦时|GWh|MWh|kWh|平方米|立方米|米|公斤)|%|个百分点'
const figure = `(?:${number}(?:${money}|${output}))`
/** A figure with what it is of, which figures of output and shares must have. */
const named = new RegExp(
  [
    `(?:${business})[^,:]{0,14}?${figure}(?:[降升涨跌提减增]?[到至低高]{1,2}${figure})?`,
    `${number}(?:${money})[^,:]{0,4}?(?:${business})`,
    `(?:${spent})[^,:]{0,6}?${number}(?:${money})`,
  ].join('|'),
  'gi',
)
/** A sum of money speaks for itself. */
const sum = new RegExp(`[^,:\\d\\s我本司厂们]{0,6}${number}(?:${currency})`, 'g')
/** From here on a sentence asks for something. */
const asks = /建议|希望|应当|应该|请/
/** What speaks of a rule, a plan or somebody else. */
const notOurs =
  /[将把]|力争|争取|目标|门槛|上限|下限|额度|标准|补贴|补助|奖[补励]|资助|以下|以上的|全[省市国县]|行业|规上|各地|注册资本/

/** A firm's own figures of money or output, in a sentence that names it. `ownName` is that of the firm that writes. */
export function findTradeSecrets(text: string, ownName: string | null): Passage[] {
  const names = ownName ? [...namesOf(ownName), '我们'] : []
  let isOurs = false
  const found: Passage[] = []
  for (const { 0: sentence, index: at } of text.matchAll(/[^。!?;\n]+/g)) {
    isOurs =
      names.some((name) => sentence.includes(name)) ||
      ourselves.test(sentence) ||
      (isOurs && goesOn.test(sentence))
    if (!isOurs) continue
    for (const { 0: clause, index } of sentence.matchAll(clauses)) {
      if (asks.test(clause)) break
      if (!counted.test(clause) || notOurs.test(clause)) continue
      found.push(...findFigures(clause, at + index))
    }
  }
  return found
}

function findFigures(clause: string, at: number): Passage[] {
  const find = (pattern: RegExp) =>
    [...clause.matchAll(pattern)].map(({ index, 0: words }): Passage => {
      const isOutput = !/[元币%率点]/.test(words) && /[吨件台套片辆支只箱度时米斤]|Wh/i.test(words)
      const start = at + index
      return { kind: 'trade_secret', start, end: start + words.length, detail: isOutput ? 'output' : 'money' }
    })
  const figures = find(named)
  const covers = (sums: Passage) => figures.some(({ start, end }) => start < sums.end && sums.start < end)
  return [...figures, ...find(sum).filter((each) => !covers(each))]
}

const counted = /[\d一二三四五六七八九十两几]/
/** Parted by commas, but not by those within a figure. */
const clauses = /(?:[^,:]|(?<=\d),(?=\d{3}))+/g

const region =
  /^(?:广东省?|(?:广州|深圳|珠海|汕头|佛山|韶关|湛江|肇庆|江门|茂名|惠州|梅州|汕尾|河源|阳江|清远|东莞|中山|潮州|揭阳|云浮)市?|[\u4e00-\u9fff]{2,3}[省市])?(?:[\u4e00-\u9fff]{1,3}[区县镇])?(?:横琴|南沙|前海|松山湖)?/
const form = /(?:股份有限公司|有限责任公司|有限公司|集团|公司|厂)+$/

/** How a firm is called: in full, and by the four characters that tell it from others. */
function namesOf(name: string): string[] {
  const own = name.replace(region, '').replace(form, '')
  return own.length < 3 ? [name] : [name, own.slice(0, 4)]
}
