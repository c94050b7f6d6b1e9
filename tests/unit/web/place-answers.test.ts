import { expect, it } from 'vitest'
import { placeAnswers } from '../../../web/lib/place-answers'
import { answer } from '../../support/page-fixtures'

it('gives an answer in full to the first comment that it answers, and the way there to the others', () => {
  const shared = { ...answer, id: 1, publicIds: ['c', 'a'] }
  const own = { ...answer, id: 2, publicIds: ['b'] }
  const placed = placeAnswers([shared, own], ['a', 'b', 'c', 'd'])
  expect([...placed].map(([publicId, { answer, isFirst }]) => [publicId, answer.id, isFirst])).toEqual([
    ['a', 1, true],
    ['b', 2, true],
    ['c', 1, false],
  ])
})
