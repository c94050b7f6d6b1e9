import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../../worker/context'
import { AppError } from '../../../worker/errors'
import { checkAnswer, createQuestion } from '../../../worker/services/proofs/question'
import { minimumThoughtMs, proofLifetimeMs } from '../../../worker/services/proofs/rules'
import { sign } from '../../../worker/services/proofs/sign'

const askedAt = new Date('2021-03-19T01:12:05Z')

function contextAt(
  now: number,
  bytes: number[] = [3, 4, 1, 2, 3, 4, 5, 6],
  secret = 'secret',
): ServiceContext {
  const parts = {
    now: new Date(now),
    random: () => Uint8Array.from(bytes),
    keyFor: () => secret,
  }
  return parts as unknown as ServiceContext
}

const ask = (bytes?: number[], secret?: string) => createQuestion(contextAt(askedAt.getTime(), bytes, secret))
const answer = (questionToken: string, text: string, after = 5_000) =>
  checkAnswer(contextAt(askedAt.getTime() + after), {
    questionToken,
    answer: text,
  })
const refused = new AppError('proof_invalid')

describe('the question', () => {
  it('is a sum of two numbers from 2 to 9', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 8 }), async (bytes) => {
        const { left, right } = await ask([...bytes])
        expect(Math.min(left, right)).toBeGreaterThanOrEqual(2)
        expect(Math.max(left, right)).toBeLessThanOrEqual(9)
      }),
    )
  })

  it('has another token each time, which nobody can make without the secret', async () => {
    const [one, other, foreign] = [
      await ask(),
      await ask([3, 4, 9, 9, 9, 9, 9, 9]),
      await ask(undefined, 'another'),
    ]
    expect(one.token).not.toBe(other.token)
    await expect(answer(foreign.token, '11')).rejects.toEqual(refused)
  })
})

describe('an answer', () => {
  it.each(['11', '１１', '十一', ' 11 ', '一十一'])('may be written %s', async (text) => {
    const { token } = await ask()
    expect((await answer(token, text)).signature).toBe(token.split('.').at(-1))
  })

  it.each([
    [[0, 0], '四'],
    [[7, 0], '十一'],
    [[0, 6], '十'],
    [[7, 7], '十八'],
  ])('to %j may be %s', async ([left = 0, right = 0], text) => {
    const { token } = await ask([left, right, 1, 2, 3, 4, 5, 6])
    expect((await answer(token, text)).signature).toHaveLength(43)
  })

  it.each(['', '12', '1', '-11', '11.0', '0x0b', '二十一', '十', '十一一', 'eleven', '一一'])(
    'may not be %j',
    async (text) => {
      await expect(answer((await ask()).token, text)).rejects.toEqual(new AppError('proof_wrong'))
    },
  )

  it.each([
    [minimumThoughtMs - 1, false],
    [minimumThoughtMs, true],
    [proofLifetimeMs, true],
    [proofLifetimeMs + 1, false],
    [-1, false],
  ])('that comes after %i ms is taken: %s', async (after, isTaken) => {
    const taken = answer((await ask()).token, '11', after)
    if (isTaken) expect((await taken).expiresAt.getTime()).toBeGreaterThan(askedAt.getTime() + after)
    else await expect(taken).rejects.toEqual(refused)
  })

  it.each(['', '.', '....', '3.4.5', 'NaN.NaN.NaN.NaN.NaN'])('to the token %j is refused', async (token) => {
    await expect(answer(token, '11')).rejects.toEqual(refused)
  })
})

it('signs the same text with the same key alike, and nothing else', async () => {
  expect(await sign('key', 'text')).toBe(await sign('key', 'text'))
  expect(await sign('key', 'text')).not.toBe(await sign('key', 'text '))
  expect(await sign('key', 'text')).not.toBe(await sign('key ', 'text'))
  expect(await sign('key', '文')).toMatch(/^[\w-]{43}$/)
})
