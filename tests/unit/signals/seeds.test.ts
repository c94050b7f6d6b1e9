import * as v from 'valibot'
import { expect, it } from 'vitest'
import { addBannedWordSchema } from '../../../worker/contract/banned-words'
import { limits } from '../../../worker/contract/limits'
import { listedWords } from './measure'

it('lists words that staff could have listed, each once', () => {
  expect(listedWords.length).toBeGreaterThan(30)
  expect(listedWords.length).toBeLessThan(limits.bannedWords)
  expect(new Set(listedWords.map(({ word }) => word)).size).toBe(listedWords.length)
  for (const listed of listedWords) expect(v.parse(addBannedWordSchema, listed)).toEqual(listed)
})
