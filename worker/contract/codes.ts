/** Crockford's alphabet: nothing that is read or heard as something else. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Public ids look like GX21-7F3K-92QX; query codes like 7F3K-92QX-M4TB. */
export const publicIdPattern = /^[A-Z0-9]{2,6}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/
export const queryCodePattern = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/

/** What a person typed → the stored form: case, spaces, dashes and the look-alikes O I L are forgiven. */
export function normalizePublicId(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  if (plain.length < 10) return plain
  const random = plain.slice(-8).replace(/O/g, '0').replace(/[IL]/g, '1')
  return `${plain.slice(0, -8)}-${random.slice(0, 4)}-${random.slice(4)}`
}

/** As {@link normalizePublicId}, for the author's query code. */
export function normalizeQueryCode(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.match(/.{1,4}/g)?.join('-') ?? ''
}
