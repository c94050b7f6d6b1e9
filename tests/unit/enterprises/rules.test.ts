import { describe, expect, it } from 'vitest'
import { enterpriseStates, verificationMeans } from '../../../worker/contract/words'
import { canMove, mayRename } from '../../../worker/services/enterprises/rules'

const allowed = [
  'unverified → submitted by document',
  'unverified → verified by sign_on',
  'submitted → verified by staff',
  'submitted → verified by sign_on',
  'submitted → rejected by staff',
  'verified → rejected by staff',
  'rejected → submitted by document',
  'rejected → verified by sign_on',
  'unverified → unverified by claim',
  'submitted → unverified by claim',
  'verified → unverified by claim',
  'rejected → unverified by claim',
]

describe('verification', () => {
  const all = enterpriseStates.flatMap((from) =>
    enterpriseStates.flatMap((to) => verificationMeans.map((means) => ({ from, to, means }))),
  )

  it.each(all)('$from → $to by $means', ({ from, to, means }) => {
    expect(canMove(from, to, means)).toBe(allowed.includes(`${from} → ${to} by ${means}`))
  })

  it('fixes the name from the submission on', () => {
    expect(enterpriseStates.filter(mayRename)).toEqual(['unverified', 'rejected'])
  })
})
