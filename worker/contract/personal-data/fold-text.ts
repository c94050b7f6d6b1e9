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
