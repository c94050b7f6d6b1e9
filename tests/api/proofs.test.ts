import type { Challenge } from 'altcha-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { usedProofs } from '../../worker/db/schema'
import { proofLifetimeMs } from '../../worker/services/proofs/rules'
import { bodyOf, errorOf } from '../support/answers'
import { hour, second } from '../support/clock'
import { newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { fetchChallenge, payloadFor, solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
})

const send = (altcha?: string, body = '一条意见。') =>
  app.post('/api/measures/1.1/comments', { ...newComment({ body }), ...(altcha !== undefined && { altcha }) })

async function expectRefused(altcha: string | undefined, code: string): Promise<void> {
  const before = await countRows(app)
  expect((await errorOf(await send(altcha))).code).toBe(code)
  expect(await countRows(app)).toEqual(before)
}

type Payload = { challenge: Challenge; solution: Record<string, unknown> }

/** A solved challenge with something changed afterwards. */
async function forged(change: (payload: Payload) => unknown): Promise<string> {
  const payload = JSON.parse(atob(await solvedProof(app))) as Payload
  return btoa(JSON.stringify(change(payload)))
}

describe('a challenge', () => {
  it('is kept by nobody', async () => {
    const answer = await app.get('/api/challenge')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is another one each time, and ends within the hour', async () => {
    const [first, other] = [await fetchChallenge(app), await fetchChallenge(app)]
    expect(first.signature).not.toBe(other.signature)
    expect(first.parameters.expiresAt).toBe(Math.floor((app.clock.now().getTime() + hour) / second))
  })
})

describe('a comment is refused', () => {
  it('without a proof', async () => {
    await expectRefused(undefined, 'proof_required')
  })

  it.each(['', 'abc', '!!!', 'bnVsbA==', 'e30=', btoa('{"challenge":{},"solution":{}}'), btoa('[1]')])(
    'with the proof %j',
    async (altcha) => {
      await expectRefused(altcha, altcha === '' ? 'proof_required' : 'proof_invalid')
    },
  )

  it.each<[string, (payload: Payload) => unknown]>([
    ['a counter that was not searched for', (p) => ({ ...p, solution: { ...p.solution, counter: 400 } })],
    ['no solution', ({ challenge }) => ({ challenge })],
    ['a solution that is no number', (p) => ({ ...p, solution: { ...p.solution, counter: '1' } })],
    ['another key', (p) => ({ ...p, solution: { ...p.solution, derivedKey: '00'.repeat(32) } })],
    ['another signature', (p) => ({ ...p, challenge: { ...p.challenge, signature: '00'.repeat(32) } })],
    ['no signature', (p) => ({ ...p, challenge: { parameters: p.challenge.parameters } })],
    ['a later end', (p) => withParameters(p, { expiresAt: 9_999_999_999 })],
    ['no end', (p) => withParameters(p, { expiresAt: undefined })],
    ['less work', (p) => withParameters(p, { cost: 1 })],
    ['a shorter prefix', (p) => withParameters(p, { keyPrefix: '0' })],
    ['parameters that are none', (p) => ({ ...p, challenge: { ...p.challenge, parameters: null } })],
  ])('with %s', async (_, change) => {
    await expectRefused(await forged(change), 'proof_invalid')
  })

  it('with a challenge that another installation signed', async () => {
    const other = await startTestApp({ config: { secret: 'another secret for tests, also of thirty-two' } })
    await expectRefused(await payloadFor(await fetchChallenge(other)), 'proof_invalid')
  })

  it('with a challenge of more than an hour ago', async () => {
    const altcha = await solvedProof(app)
    app.clock.advance(proofLifetimeMs + second)
    await expectRefused(altcha, 'proof_invalid')
  })

  it('with a proof that was used, and the first stands alone', async () => {
    const altcha = await solvedProof(app)
    expect((await send(altcha)).status).toBe(201)
    await expectRefused(altcha, 'proof_used')
  })

  it('in all but one of ten that come at once with one proof', async () => {
    const altcha = await solvedProof(app)
    const before = await countRows(app)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(altcha)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(await countRows(app)).toMatchObject({
      comments: (before.comments ?? 0) + 1,
      audit_log: (before.audit_log ?? 0) + 1,
    })
  })
})

function withParameters({ challenge, ...rest }: Payload, change: object): unknown {
  return { ...rest, challenge: { ...challenge, parameters: { ...challenge.parameters, ...change } } }
}

describe('a proof', () => {
  it('is good until its hour ends', async () => {
    const altcha = await solvedProof(app)
    app.clock.advance(proofLifetimeMs - second)
    expect((await send(altcha)).status).toBe(201)
  })

  it('is not spent on a comment that is refused', async () => {
    const altcha = await solvedProof(app)
    expect((await send(altcha, '')).status).toBe(422)
    expect((await send(altcha)).status).toBe(201)
  })

  it('is forgotten only when it could not be used again', async () => {
    const altcha = await solvedProof(app)
    await send(altcha)
    app.clock.advance(3 * proofLifetimeMs)
    await send(await solvedProof(app))
    expect(await app.db.select().from(usedProofs)).toHaveLength(1)
    await expectRefused(altcha, 'proof_invalid')
  })

  it('is not asked for under LOAD_TEST', async () => {
    const loaded = await startTestApp({ config: { isLoadTest: true } })
    await makeConsultation(loaded)
    const answer = await loaded.post('/api/measures/1.1/comments', newComment())
    expect((await bodyOf<{ state: string }>(answer)).state).toBe('pending')
  })
})
