const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Upper case, without spaces and hyphens, full-width forms folded: how a code is stored and compared. */
export function normalizeUscc(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** Checks a normalized 统一社会信用代码 (GB 32100-2015, with the GB 11714 organisation code in characters 9–17). */
export function checkUscc(code: string): 'ok' | 'uscc_malformed' | 'uscc_check_failed' {
  const values = [...code].map((character) => alphabet.indexOf(character))
  if (values.length !== 18 || values.includes(-1)) return 'uscc_malformed'
  return code[16] === organisationCheck(code.slice(8, 16)) && code[17] === usccCheck(code.slice(0, 17))
    ? 'ok'
    : 'uscc_check_failed'
}

/** The eighteenth character for the seventeen before it. */
export function usccCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** The ninth character of the organisation code for the eight before it. */
export function organisationCheck(first8: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, i) => total + weight * organisationAlphabet.indexOf(first8.charAt(i)),
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
