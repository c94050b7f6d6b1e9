import { expect, it } from 'vitest'
import { isPassage } from '../../../worker/services/coding/is-passage'

const text = '请明确𠮷林的口径👍。'

it.each([
  [{ start: 1, end: 3, quote: '明确' }, true],
  [{ start: 3, end: 5, quote: '𠮷' }, true],
  [{ start: 0, end: text.length, quote: text }, true],
  [{ start: 1, end: 3, quote: '口径' }, false],
  [{ start: 4, end: 6, quote: text.slice(4, 6) }, false],
  [{ start: 3, end: 4, quote: text.slice(3, 4) }, false],
  [{ start: 3, end: 3, quote: '' }, false],
  [{ start: 0, end: 99, quote: text }, false],
])('knows whether %j stands there', (passage, stands) => {
  expect(isPassage(text, passage)).toBe(stands)
})
