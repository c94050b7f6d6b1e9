import { seededChance } from '../../../worker/contract/seeded-chance'

/** Made-up comments on a few matters, each in its own words, with the matter that each is on. */
const matters = [
  ['认定口径', '专精特新企业的认定标准', '入库条件', '评价指标', '复核周期', '申报材料'],
  ['技改补贴', '设备更新改造资金', '贴息比例', '项目验收', '补助额度', '拨付进度'],
  ['用地指标', '园区工业用地', '工业上楼', '容积率', '土地出让', '厂房租金'],
  ['用电成本', '电价峰谷时段', '变压器容量', '增容费用', '绿电交易', '停电通知'],
  ['人才公寓', '技能工人落户', '子女入学', '职称评审', '校企合作', '培训补贴'],
] as const
const openings = [
  '建议',
  '希望尽快',
  '请明确',
  '我们认为应当',
  '目前反映较多的是',
  '企业普遍关心',
  '能否说明',
]
const endings = [
  '，并公布办理时限。',
  '，以便企业安排生产。',
  '，避免各地口径不一。',
  '。',
  '，给中小企业留出时间。',
]

export const matterNames = matters.map(([first]) => first)

export function madeUpComments(count: number, seed = 1) {
  const chance = seededChance(seed)
  const one = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)] as Item
  return Array.from({ length: count }, (_, i) => {
    const matter = Math.floor(chance() * matters.length)
    const words = matters[matter] ?? matters[0]
    const body = `${one(openings)}${one(words)}和${one(words)}的安排，涉及${one(words)}${one(endings)}`
    return { publicId: `T001-${String(i).padStart(4, '0')}-0000`, body, matter, codes: [] as number[] }
  })
}
