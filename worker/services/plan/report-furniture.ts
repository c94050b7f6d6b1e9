import type { Line } from './canonical'
import type { Report } from './document'
import { strayText } from './group-by-mark'
import { itemMark, marks } from './ordinals'

const digit = '[\\d〇○零一二三四五六七八九十]'
const date = new RegExp(`^${digit}{4}年${digit}{1,3}月(?:${digit}{1,3}日)?$`)
const office = /^[\p{Script=Han}]{3,40}(?:厅|局|部|委|委员会|办公室|政府|中心|协会)$/u
const department = /(?:厅|局|委员会|办公室|人民政府)$/
const looks: [look: string, pattern: RegExp][] = [
  ['页码', /^(?:[—–\-－]\s*)?\d{1,4}(?:\s*[—–\-－])?$|^第\s*\d{1,4}\s*页/],
  ['落款日期', date],
  ['附件说明', /^附(?:件|表)\s*(?:[\d一二三四五六七八九十]+)?\s*(?:[：:]|$)/],
  ['表格标题', /^表\s*\d+(?:[\s\-－:：]|$)/],
  ['表格中的一行', /\S\t+\S/],
  ['版记', /^(?:抄送|主送|印发)[：:]|\d日印发$/],
]

/** Leaves out what surrounds a text in an official document, each line with a word on what it looks like. */
export function reportFurniture(lines: Line[], report: Report): Line[] {
  return lines.filter((line, place) => {
    const look = lookOf(line.text) ?? (isSignature(lines, place) ? '落款单位' : undefined)
    if (look) report(line.number, `${strayText(line.text)}，像是${look}，不是正文，请删去`)
    return look === undefined
  })
}

function lookOf(text: string): string | undefined {
  const body = [marks.paragraph, itemMark].reduce((rest, { pattern }) => rest.replace(pattern, ''), text)
  return looks.find(([, pattern]) => pattern.test(body.trim()))?.[0]
}

/** An office named on a line of its own, where its date follows; at the very end only a department, for 中心 may end a heading. */
function isSignature(lines: Line[], place: number): boolean {
  const text = lines[place]?.text ?? ''
  const next = lines[place + 1]
  if (place === 0 || !office.test(text) || marks.measure.pattern.test(text)) return false
  return next ? date.test(next.text) : department.test(text)
}
