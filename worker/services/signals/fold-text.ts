/**
 * The text with full-width letters, digits and signs, odd dashes and spaces as their plain forms, unit for unit: an offset
 * into it is an offset into the original.
 */
export function foldText(text: string): string {
  return text.replace(folded, (sign) => plainForms.get(sign) ?? sign)
}

const folded = /[\uff01-\uff5e\u00a0\u2000-\u200a\u202f\u3000\t\u2010-\u2015\u2212\ufe63]/g
const plainForms = new Map([
  ...Array.from(
    { length: 94 },
    (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i)] as const,
  ),
  ...[...'\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t'].map(
    (space) => [space, ' '] as const,
  ),
  ...[...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63'].map((dash) => [dash, '-'] as const),
])

/** True where a number that looks like a person's is named as something else's: 订单号、项目代码…, or measured. */
export function isOtherNumber(text: string, start: number, end: number): boolean {
  return (
    otherLabel.test(text.slice(Math.max(0, start - 12), start)) || measured.test(text.slice(end, end + 4))
  )
}

const otherLabel =
  /(?:单号|编号|批号|流水号?|序列号|备案号|合同号|文号|案号|型号|项目代码|信用代码|尾数)[:\s]*[A-Za-z]{0,4}$/
const measured = /^ ?(?:元|万|亿|吨|升|米|千瓦|平方|立方|公里|公斤|%|kg|[a-z]{3,})/i
