import type { Passage } from './signal'

const count = '(?:\\d{1,4}|[A-Za-z]|[一二三四五六七八九十]{1,3})'
const room = '\\d{2,5}(?:室|房)'
/** What ends in somebody's door: a building with a room, a number with a room, a house of a village group. */
const doors = [
  `(?:${count}(?:号楼|栋|幢|座|单元|梯|期) ?){1,3}${room}`,
  `${count}(?:号楼|栋|幢|座) ?${count}(?:单元|梯) ?\\d{3,4}(?!\\d)`,
  `(?:花园|小区|家园|公寓|新村|宿舍|[苑府庭湾])${count}(?:号楼|栋|幢|座)[ -]?\\d{3,4}(?![\\d元万人])`,
  `(?:花园|小区|家园|新村|[苑府庭湾])(?:[A-Z]?\\d{1,3}(?:号楼|栋|幢|座)|\\d{1,2}-\\d{1,2}-\\d{3,4})(?: ?\\d{1,2}楼)?`,
  `\\d{1,5}号(?:之${count})? ?(?:${room}|${count}单元|[A-Z]?\\d{1,3}(?:栋|幢|座)\\d{3,4}(?!\\d))`,
  '[\\u4e00-\\u9fff]{1,8}(?:村|屯|寨|庄)\\d{1,4}号(?![线楼院])',
  `[\\u4e00-\\u9fff]{1,6}(?:村|屯|寨|庄)[\\u4e00-\\u9fff]{0,4}?${count}(?:组|队|巷|弄)\\d{1,4}号(?: ?${room})?`,
]
const door = new RegExp(doors.join('|'), 'g')
const home =
  /(?:家住|家在|住址|住在|现居|我住|户籍|居住地)(?:是|为|于)?[: ]?([\u4e00-\u9fffA-Za-z0-9-]{2,30}?\d{1,5}号)(?![线楼])/g

/** Up to the word that an address follows: 家住…, 地址…, 寄到… */
const opening = /^.*(?:址|寄往|现居|[住在到是于])/
const working =
  /产业园|工业园|科技园|创新园|园区|工业区|厂房|大厦|写字楼|广场|公司|研究[院所]|中心|大院|办公|车间|门店|商铺|展馆|实验/

/** Where somebody lives, down to the door; not where firms and offices are. */
export function findAddresses(text: string): Passage[] {
  const found = [...text.matchAll(door)].flatMap(({ index, 0: all }): Passage[] => {
    const head =
      /[\u4e00-\u9fffA-Za-z0-9-]{0,40}$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? ''
    const start = index - head.length + (opening.exec(head)?.[0].length ?? 0)
    const end = index + all.length
    const next = /^[\u4e00-\u9fff]{0,3}/.exec(text.slice(end, end + 3))?.[0] ?? ''
    return working.test(text.slice(start, end) + next) ? [] : [{ kind: 'address', start, end, detail: null }]
  })
  for (const { index, 0: all, 1: address = '' } of text.matchAll(home)) {
    const end = index + all.length
    found.push({ kind: 'address', start: end - address.length, end, detail: null })
  }
  return found
}
