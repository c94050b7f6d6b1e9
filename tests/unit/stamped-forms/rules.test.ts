import { describe, expect, it } from 'vitest'
import { stampStates } from '../../../worker/contract/words'
import { mayUploadScan, nextStamp, stampActs } from '../../../worker/services/stamped-forms/rules'

const allowed = new Map([
  ['submitted confirm', 'confirmed'],
  ['submitted refuse', 'refused'],
  ['submitted replace', 'gone'],
  ['submitted rewrite', 'earlier'],
  ['confirmed refuse', 'refused'],
  ['confirmed rewrite', 'earlier'],
])

describe('a stamped scan', () => {
  it.each(stampStates.flatMap((from) => stampActs.map((act) => [from, act] as const)))(
    '%s, %s',
    (from, act) => {
      expect(nextStamp(from, act)).toBe(allowed.get(`${from} ${act}`) ?? null)
    },
  )

  it('may be uploaded where none is confirmed, there is a form, and the result is not out', () => {
    const may = { standing: null, hasForm: true, isResultPublic: false } as const
    expect(mayUploadScan(may)).toBe(true)
    expect(mayUploadScan({ ...may, standing: 'submitted' })).toBe(true)
    expect(mayUploadScan({ ...may, standing: 'confirmed' })).toBe(false)
    expect(mayUploadScan({ ...may, hasForm: false })).toBe(false)
    expect(mayUploadScan({ ...may, isResultPublic: true })).toBe(false)
  })
})
