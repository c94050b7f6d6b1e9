import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeAlphabet,
  normalizePublicId,
  normalizeQueryCode,
  publicIdPattern,
  queryCodePattern,
} from '../../../worker/contract/codes'

const quad = fc.string({
  unit: fc.constantFrom(...codeAlphabet),
  minLength: 4,
  maxLength: 4,
})
const prefix = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  minLength: 2,
  maxLength: 6,
})
const publicId = fc.tuple(prefix, quad, quad).map((parts) => parts.join('-'))
const queryCode = fc.tuple(quad, quad, quad).map((parts) => parts.join('-'))

/** Ways in which a person writes a code down, none of which changes it. */
const handwritings: ((code: string) => string)[] = [
  (code) => code.toLowerCase(),
  (code) => code.replaceAll('-', ''),
  (code) => ` ${code.replaceAll('-', ' ')} `,
  (code) => code.replaceAll('-', '—'),
  (code) => [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
]
const lookAlikes = (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')

it('has an alphabet of 32 characters, of which none looks like another', () => {
  expect(new Set(codeAlphabet).size).toBe(32)
  expect(codeAlphabet).not.toMatch(/[ILOU]/)
})

describe('normalizePublicId', () => {
  it('gives back the number, however it was written', () => {
    fc.assert(
      fc.property(publicId, fc.constantFrom(...handwritings), (id, write) => {
        expect(id).toMatch(publicIdPattern)
        expect(normalizePublicId(write(id))).toBe(id)
      }),
    )
  })

  it('forgives look-alikes behind the prefix, which may hold them', () => {
    fc.assert(
      fc.property(prefix, quad, quad, (front, left, right) => {
        const typed = `${front}-${lookAlikes(left)}-${lookAlikes(right)}`
        expect(normalizePublicId(typed)).toBe(`${front}-${left}-${right}`)
      }),
    )
  })

  it.each(['', '-', 'abc', 'GX21-7F3K', '意见编号', '👨‍👩‍👧'])('makes no number of %j', (text) => {
    expect(normalizePublicId(text)).not.toMatch(publicIdPattern)
  })
})

describe('normalizeQueryCode', () => {
  it('gives back the code, however it was written', () => {
    fc.assert(
      fc.property(queryCode, fc.constantFrom(...handwritings, lookAlikes), (code, write) => {
        expect(code).toMatch(queryCodePattern)
        expect(normalizeQueryCode(write(code))).toBe(code)
      }),
    )
  })

  it.each(['', ' - ', '7F3K-92QX', '7F3K-92QX-M4TB-0'])('makes no code of %j', (text) => {
    expect(normalizeQueryCode(text)).not.toMatch(queryCodePattern)
  })
})
