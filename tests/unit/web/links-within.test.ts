import { expect, it } from 'vitest'
import {
  commentPath,
  homePath,
  linkingWithin,
  measurePath,
  receiptPath,
  within,
} from '../../../web/lib/links'

it('leads to pages of the consultation whose page is drawn, and afterwards to the plain ones again', () => {
  const drawn = linkingWithin('/c/2022-plan', () => [
    homePath(),
    measurePath('7.1', { clause: '7.1.2' }, 'clause-2'),
    commentPath('GX22-7F3K-92QX'),
    within('/api/challenge'),
    receiptPath('GX22-7F3K-92QX'),
  ])
  expect(drawn).toEqual([
    '/c/2022-plan',
    '/c/2022-plan/measures/7.1?clause=7.1.2#clause-2',
    '/c/2022-plan/comments/GX22-7F3K-92QX',
    '/api/c/2022-plan/challenge',
    '/receipts/GX22-7F3K-92QX',
  ])
  expect([homePath(), measurePath('7.1'), within('/api/challenge')]).toEqual([
    '/',
    '/measures/7.1',
    '/api/challenge',
  ])
})

it('leads out of it even where drawing fails', () => {
  expect(() =>
    linkingWithin('/c/2022-plan', () => {
      throw new Error('not drawn')
    }),
  ).toThrow('not drawn')
  expect(homePath()).toBe('/')
})
