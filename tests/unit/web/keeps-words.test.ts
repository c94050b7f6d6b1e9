import { describe, expect, it } from 'vitest'
import { keepsWords } from '../../../web/lib/keeps-words'

const inserted = '您的意见在本条中已经体现。感谢您的参与。'

describe('what is left of an inserted text', () => {
  it.each([
    inserted,
    `关于口径：${inserted}`,
    '您的意见在本条中已经体现，详见第二句。',
    '予以说明。感谢您的参与。',
  ])('is found in “%s”', (text) => {
    expect(keepsWords(text, inserted)).toBe(true)
  })

  it.each(['', '  ', '已转有关部门研究。', '您的意见', '感谢参与'])('is not in “%s”', (text) => {
    expect(keepsWords(text, inserted)).toBe(false)
  })

  it('is the whole, where it has no clause of any length', () => {
    expect(keepsWords('同意。', '同意。')).toBe(true)
    expect(keepsWords('不办。', '同意。')).toBe(false)
  })
})
