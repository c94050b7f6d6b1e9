import { describe, expect, it } from 'vitest'
import { checkField } from '../../../web/lib/check-field'
import { limits } from '../../../worker/contract/limits'
import { organisationCheck, usccCheck } from '../../../worker/contract/uscc'

const first17 = `91440101MA000715${organisationCheck('MA000715')}`
const uscc = first17 + usccCheck(first17)

describe('a field that was left', () => {
  it.each(['body', 'uscc', 'contact', 'name', 'displayName'])('may be empty: %s', (name) => {
    expect(checkField(name, '  ')).toBeNull()
  })

  it('accepts a right credit code as people type it', () => {
    expect(checkField('uscc', ` ${uscc.toLowerCase().slice(0, 8)} ${uscc.slice(8)}`)).toBeNull()
  })

  it('tells a malformed credit code from a wrong check digit', () => {
    expect(checkField('uscc', '9144')).toBe('uscc_malformed')
    const wrong = uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0')
    expect(checkField('uscc', wrong)).toBe('uscc_check_failed')
  })

  it('takes one contact, by phone or by mail', () => {
    expect(checkField('contact', '138 0013 8000')).toBeNull()
    expect(checkField('contact', 'zhu@example.cn')).toBeNull()
    expect(checkField('contact', '13800138000 或 zhu@example.cn')).toBe('contact_malformed')
  })

  it('counts characters as people do', () => {
    expect(checkField('body', '𠮷'.repeat(limits.body))).toBeNull()
    expect(checkField('body', '𠮷'.repeat(limits.body + 1))).toBe('too_long')
  })
})
