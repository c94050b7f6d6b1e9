import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, normalizeUscc, organisationCheck, usccCheck } from '../../../worker/contract/uscc'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const characters = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...alphabet),
    minLength: length,
    maxLength: length,
  })

/** Codes right in both checks. */
const right = fc
  .tuple(characters(8), characters(8))
  .map(([front, organisation]) => front + organisation + organisationCheck(organisation))
  .filter((first17) => alphabet.includes(first17[16] ?? '?'))
  .map((first17) => first17 + usccCheck(first17))

describe('checkUscc', () => {
  it.each(['91350100M000100Y43', '91110000802100433B', '12100000400010275N'])('accepts %s', (code) => {
    expect(checkUscc(code)).toBe('ok')
  })

  it('accepts what both checks make', () => fc.assert(fc.property(right, (code) => checkUscc(code) === 'ok')))

  it('refuses any one character that is another', () =>
    fc.assert(
      fc.property(right, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code[at] !== other)
        expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe('uscc_check_failed')
      }),
    ))

  it('refuses two neighbours in each other’s place', () =>
    fc.assert(
      fc.property(right, fc.nat(15), (code, at) => {
        const [a = '', b = ''] = [code[at], code[at + 1]]
        fc.pre(a !== b)
        expect(checkUscc(code.slice(0, at) + b + a + code.slice(at + 2))).not.toBe('ok')
      }),
    ))

  it.each([
    '',
    '9135010',
    '91350100M000100Y4',
    '91350100M000100Y430',
    'I1350100M000100Y43',
    '91350100m000100y43',
    '９1350100M000100Y43',
  ])('calls %j malformed', (code) => expect(checkUscc(code)).toBe('uscc_malformed'))
})

describe('normalizeUscc', () => {
  it.each([
    ' 91350100m000100y43 ',
    '9135 0100 M000 100Y 43',
    '913501-00M000100Y-43',
    '９１３５０１００Ｍ０００１００Ｙ４３',
    '91350100\u3000M000100Y43',
  ])('makes %j a code to be checked', (typed) => {
    expect(normalizeUscc(typed)).toBe('91350100M000100Y43')
  })
})
