import type { Passage } from './signal'

const place = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const letter = 'A-HJ-NP-Z'
const plate = new RegExp(
  `[${place}] ?[${letter}] ?[·•・.-]? ?` +
    `(?:[A-HJK][${letter}0-9]\\d{4}|\\d{5}[A-HJK]|[${letter}0-9]{4}[学警港澳挂领试超]|[${letter}0-9]{5})(?![A-Z0-9])`,
  'gi',
)
/** 创新A…, 上云A…, …型: words that end or go on so. */
const partOfWord = /(?:[创更全最革翻刷焕重]新|[上白有]云)$/

/** Number plates, those of new-energy vehicles and of the two-territory traffic among them. */
export function findPlates(text: string): Passage[] {
  return [...text.matchAll(plate)]
    .map(({ index, 0: all }) => ({
      kind: 'plate' as const,
      start: index,
      end: index + all.length,
      detail: null,
    }))
    .filter(({ start, end }) => {
      const number = text.slice(start + 2, end)
      return (
        (number.match(/\d/g)?.length ?? 0) >= 2 &&
        !partOfWord.test(text.slice(Math.max(0, start - 1), start + 1)) &&
        !/[型版款系]/.test(text.charAt(end))
      )
    })
}
