import { describe, expect, it } from 'vitest'
import { withoutAnswered } from '../../../web/lib/without-answered'

const errors = { reason: '请填写此项。', changes: '请选择。' }

describe('what is said of a field', () => {
  it('goes as soon as the field has content', () => {
    expect(withoutAnswered(errors, { reason: '好' })).toEqual({ changes: '请选择。' })
    expect(withoutAnswered(errors, { changes: [3] })).toEqual({ reason: '请填写此项。' })
    expect(withoutAnswered({ changes: '请选择。' }, { changes: true })).toEqual({})
  })

  it('stays while the field is empty, and while another one is typed into', () => {
    expect(withoutAnswered(errors, { reason: ' \n', changes: [] })).toEqual(errors)
    expect(withoutAnswered(errors, { passedTo: '省科技厅', reason: '' })).toEqual(errors)
  })
})
