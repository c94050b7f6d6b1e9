import { describe, expect, it } from 'vitest'
import { MalformedPlan } from '../../../worker/services/plan/document'
import { parsePlan } from '../../../worker/services/plan/parse-plan'

const sound = [
  '一、情况',
  '',
  '前言。',
  '（一）甲。',
  '二、安排',
  '前言。',
  '（一）主题。一是甲。二是乙。',
  '（二）主题。一是丙。',
]
const withLine = (number: number, text: string) => sound.with(number - 1, text).join('\n')
const themeOf = (text: string) => withLine(7, `（一）${text}`)

const refusals: [string, string, number, string][] = [
  ['no text', '\uFEFF \n\n', 1, '没有文字'],
  ['text before the first part', `标题\n${sound.join('\n')}`, 1, '多余的文字“标题”，此处应为“一、”'],
  ['no first part', sound.slice(4).join('\n'), 1, '序号应为“一、”，实为“二、”'],
  ['no second part', sound.slice(0, 4).join('\n'), 4, '缺少“二、”部分'],
  ['a third part', `${sound.join('\n')}\n三、保障`, 9, '只应有“一、”“二、”两个部分'],
  ['a part without heading', withLine(5, '二、'), 5, '“二、”没有内容'],
  ['a review without sections', withLine(4, '甲。'), 4, '“一、”部分没有“（一）”段落'],
  ['an agenda without themes', sound.slice(0, 6).join('\n'), 6, '“二、”部分没有“（一）”段落'],
  ['themes that start at two', withLine(7, '（二）主题。一是甲。'), 7, '序号应为“（一）”，实为“（二）”'],
  ['a theme twice', withLine(8, '（一）主题。一是丙。'), 8, '序号应为“（二）”，实为“（一）”'],
  ['a theme skipped', withLine(8, '（三）主题。一是丙。'), 8, '序号应为“（二）”，实为“（三）”'],
  ['an ordinal nobody writes', withLine(7, '（一十）主题。一是甲。'), 7, '序号应为“（一）”，实为“（一十）”'],
  ['an empty section', withLine(4, '（一）'), 4, '“（一）”没有内容'],
  ['a section of punctuation', withLine(4, '（一）。'), 4, '“（一）”没有内容'],
  ['a theme without measures', themeOf('主题。'), 7, '主题“（一）”没有措施'],
  ['a theme without title', themeOf('一是甲。二是乙。'), 7, '主题“（一）”没有标题'],
  [
    'text between title and measures',
    themeOf('主题。旁白。一是甲。'),
    7,
    '多余的文字“旁白。”，此处应为“一是”',
  ],
  ['a measure without text', themeOf('主题。一是。二是乙。'), 7, '“一是”没有内容'],
  ['measures that start at two', themeOf('主题。二是乙。'), 7, '序号应为“一是”，实为“二是”'],
  ['a measure twice', themeOf('主题。一是甲。一是乙。'), 7, '序号应为“二是”，实为“一是”'],
  ['a measure skipped', themeOf('主题。一是甲。三是乙。'), 7, '序号应为“二是”，实为“三是”'],
  [
    'measures out of order on own lines',
    themeOf('主题。\n一是甲。\n三是乙。\n二是丙。'),
    9,
    '序号应为“二是”，实为“三是”',
  ],
  ['a measure outside any theme', withLine(6, '一是甲。'), 6, '措施不在主题之下'],
  ['no full stop at the end', themeOf('主题。一是甲。二是乙'), 7, '没有以句号结尾'],
  ['no full stop before the next line', themeOf('主题。一是甲\n二是乙。'), 7, '没有以句号结尾'],
  ['a preamble without full stop', withLine(3, '前言'), 3, '没有以句号结尾'],
  ['a full stop after nothing', themeOf('主题。一是甲。。'), 7, '句号前没有内容'],
  ['a quotation left open', themeOf('主题。一是“甲。二是乙。'), 7, '引号或括号不成对：缺少“””'],
  ['a theme inside a line', themeOf('主题。一是甲。（二）主题。一是乙。'), 7, '“（二）”应另起一行'],
  ['text between themes', withLine(7, `${sound[6]}\n附件：分工表。`), 8, '多余的文字“附件：分工表。”'],
  ['text after the last theme', `${sound.join('\n')}\n二〇二一年二月`, 9, '多余的文字“二〇二一年二月”'],
]

describe('parsePlan', () => {
  it('accepts the document that the refusals spoil', () => {
    expect(parsePlan(sound.join('\n')).agenda.themes).toHaveLength(2)
  })

  it.each(refusals)('refuses %s', (_, source, line, reason) => {
    expect(() => parsePlan(source)).toThrow(new MalformedPlan(line, reason))
  })

  it('counts lines alike with Windows line ends', () => {
    const source = withLine(8, '（三）主题。一是丙。').replaceAll('\n', '\r\n')
    expect(() => parsePlan(source)).toThrow(new MalformedPlan(8, '序号应为“（二）”，实为“（三）”'))
  })
})
