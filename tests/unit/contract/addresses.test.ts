import { expect, it } from 'vitest'
import { baseOf, readAddressOf } from '../../../worker/contract/addresses'

it.each([
  ['/', null, '/'],
  ['/measures/7.1', null, '/measures/7.1'],
  ['/c/2022-plan', '2022-plan', '/'],
  ['/c/2022-plan/', '2022-plan', '/'],
  ['/c/2022-plan/measures/7.1', '2022-plan', '/measures/7.1'],
  ['/api/plan', null, '/api/plan'],
  ['/api/c/2022-plan/plan', '2022-plan', '/api/plan'],
  ['/api/c/2022-plan', '2022-plan', '/api'],
  ['/comments/GX21-7F3K-92QX', null, '/comments/GX21-7F3K-92QX'],
  ['/c', null, '/c'],
  ['/c/', null, '/c/'],
  ['/c/Not_A_Key/measures/7.1', null, '/c/Not_A_Key/measures/7.1'],
])('%s is of %s, at %s', (pathname, consultation, path) => {
  expect(readAddressOf(pathname)).toEqual({ consultation, path })
})

it('has a base for a consultation of its own, and none for the current one', () => {
  expect([baseOf('2022-plan'), baseOf(null)]).toEqual(['/c/2022-plan', ''])
})
