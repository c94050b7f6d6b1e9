import { organisationCheck, usccCheck } from '../../worker/contract/uscc'
import { spaceOut } from '../../worker/services/search/tokens'

const openings = [
  '赞成。',
  '我们是一家做压铸的小厂，看了这一条有话想说。',
  '方向是对的，步子可以再稳一点。',
  '在园区里干了二十年，说几句心里话。',
  '公司上个月刚开过会讨论这份计划。',
  '作为行业协会，我们问了十几家会员，意见归拢如下。',
  '不同意现在的写法。',
  '有一个具体的建议。',
  '车间里的工友都很关心这件事。',
  '支持，但有两点担心。',
]

const sentences = [
  '申报材料能不能一次交齐，部门之间自己去调，不要让企业跑三趟。',
  '贴息贷款的额度到了县里已经所剩无几，建议单列一块给五十人以下的厂。',
  '设备更新的补助请按投产后的产值分期拨付，既防骗补，也减轻前期压力。',
  '电价峰谷差拉得太大，夜班多了，年轻人更招不来。',
  '希望检测平台向中小企业开放，周末也能预约，收费写在网上。',
  '技改项目从备案到开工，去年平均等了一百四十天，今年能不能压到六十天。',
  '标准厂房的层高和承重要先问过用户再设计，不然建好了也装不进注塑机。',
  '数字化改造不能只看装了几套系统，要看订单交期缩短了多少。',
  '产业链上缺的是做模具标准件的企业，招商时请留意这一环。',
  '环保的要求我们理解，但治理设施的技术路线最好给出两三种成熟的选择。',
  '培训补贴按人头发，来听课的都是凑数的；不如按取得证书的人数发。',
  '专精特新的认定条件里，研发人员的占比对装配类企业偏高。',
  '上市后备名单每季度公布一次，让银行也看得见。',
  '出口退税的周期已经短了很多，这一点要说声谢谢。',
  '园区的公共食堂和夜班公交虽是小事，却是留人的大事。',
  '政府采购首台套产品，建议明确免责，否则没有哪个处室敢先用。',
]

const closings = [
  '',
  '望采纳。',
  '以上意见供参考。',
  '需要的话可以来厂里看看。',
  '请给一个明确的时间表。',
  '谢谢！',
  '期待正式文件。',
]

/** Stands in 20 of the first 1,000 comments and in none of the later ones. */
export const rareWord = '稀土永磁'
export const commonCharacter = '业'
export const commonWord = '企业'
/** Common characters in an order that nobody writes. */
export const absentPhrase = '业企'

const rare = `高端电机用的${rareWord}材料，去年涨价六成，盼有储备机制。`

/** Text and its form for the full-text index, as the pairs of a JSON array. */
const pairs = (texts: string[]) => JSON.stringify(texts.map((text) => [text, `${spaceOut(text)} `]))

/** 0 to about 380 characters, in an order that mixes the long with the short. */
const middles = Array.from({ length: 210 }, (_, i) =>
  Array.from(
    { length: (i * 11) % 13 },
    (_, j) => sentences[(i * 5 + j * 3 + (i >> 4)) % sentences.length],
  ).join(''),
)

const districts = [
  '广州市黄埔区',
  '佛山市南海区',
  '东莞市长安镇',
  '中山市小榄镇',
  '惠州市博罗县',
  '揭阳市',
  '江门市',
  '肇庆市',
]
const trades = [
  '精密五金',
  '智能装备',
  '电子材料',
  '纺织印染',
  '塑料包装',
  '光电科技',
  '食品机械',
  '新型建材',
]

function organisation(i: number): [string, string] {
  const district = districts[i % districts.length]
  const trade = trades[(i >> 3) % trades.length]
  const first8 = `MAX${String(i).padStart(5, '0')}`
  const first17 = `91440100${first8}${organisationCheck(first8)}`
  return [`${district}第${i + 1}${trade}有限公司`, first17 + usccCheck(first17)]
}

/** What the rows are made of, each list as the JSON that a statement takes. */
export const lists = {
  openings: pairs(openings),
  middles: pairs(middles),
  closings: pairs([...closings, rare]),
  organisations: JSON.stringify(Array.from({ length: 5000 }, (_, i) => organisation(i))),
}

export const counts = {
  openings: openings.length,
  middles: middles.length,
  closings: closings.length,
  organisations: 5000,
}
