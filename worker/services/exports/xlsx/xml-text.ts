/** Excel's own limit for a cell, in UTF-16 units; a longer one makes it call the file damaged. */
const cellLimit = 32_767
const cutNote = '……（超过单元格上限，全文见 CSV 文件）'

const special = /[&<>]|(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}|_(?=x[0-9A-Fa-f]{4})/u
const specials = new RegExp(special, 'gu')

/** Text as it stands in a part of a workbook: what XML cannot hold is written `_x0001_`, and what looks so is escaped. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text.replace(specials, (match) => {
    if (match === '&') return '&amp;'
    if (match === '<') return '&lt;'
    if (match === '>') return '&gt;'
    if (match === '_') return '_x005F_'
    const unit = match.charCodeAt(0)
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
    return isSurrogate ? '\uFFFD' : `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

const whiteSpaceMatters = /^\s|\s$|[\n\t]/

/** Anything but this is written as it stands, which one quick look finds out for nearly every text. */
const needsCare = /^\s|[&<>_\p{Cc}\p{Cs}\uFFFE\uFFFF]|\s$/u

/** A text as an element, with the attribute that keeps outer spaces and line breaks where there are any. */
export function textElement(text: string): string {
  if (!needsCare.test(text)) return `<t>${text}</t>`
  return `<t${whiteSpaceMatters.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t>`
}

/** For attributes, in double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;')
}

/** Cuts what a cell cannot hold, never within a surrogate pair, and says so. */
export function fitCell(text: string): string {
  if (text.length <= cellLimit) return text
  const kept = text.slice(0, cellLimit - cutNote.length).replace(/[\uD800-\uDBFF]$/, '')
  return kept + cutNote
}
