import { expect, it } from 'vitest'
import {
  commentPath,
  homePath,
  linkingWithin,
  measurePath,
  receiptPath,
  sentTo,
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

it('has forms sent, and the API asked, where the page was drawn for, even at the plain addresses', () => {
  const at = (base: string) =>
    linkingWithin(
      base,
      () => [measurePath('7.1'), sentTo(measurePath('7.1')), within('/api/challenge')],
      '2022-plan',
    )
  const act = '/c/2022-plan/measures/7.1'
  expect(at('')).toEqual(['/measures/7.1', act, '/api/c/2022-plan/challenge'])
  expect(at('/c/2022-plan')).toEqual([act, act, '/api/c/2022-plan/challenge'])
})

it('draws no form that does not say what it is for', () => {
  expect(() => linkingWithin('', () => sentTo(measurePath('7.1')))).toThrow('without its consultation')
})

it('leads out of it even where drawing fails', () => {
  expect(() =>
    linkingWithin('/c/2022-plan', () => {
      throw new Error('not drawn')
    }),
  ).toThrow('not drawn')
  expect(homePath()).toBe('/')
})
