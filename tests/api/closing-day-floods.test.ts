import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { flood, priceAfter } from '../../worker/services/proofs/rules'
import { bodyOf } from '../support/answers'
import { day, hour } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { payloadFor } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let closesAt = new Date()

beforeAll(async () => {
  closesAt = (await makeConsultation(app)).closesAt
})

async function ask(address: string) {
  const answer = await app.get('/api/challenge', { headers: { 'x-test-address': address } })
  return (await bodyOf<{ challenge: Parameters<typeof payloadFor>[0] }>(answer)).challenge
}

/** The counter to be found, where chance gives 500: nothing at the usual price, all of it at twice the price. */
async function workFor(address: string): Promise<number> {
  app.chance.plan([1, 244])
  const payload = JSON.parse(atob(await payloadFor(await ask(address))))
  return payload.solution.counter
}

const askOften = async (address: string) => {
  for (let i = 0; i < flood.free; i += 1) await ask(address)
}

describe('on the closing day', () => {
  it('a source that asks for very many challenges pays with more work, and nobody else does', async () => {
    app.clock.set(new Date(closesAt.getTime() - hour))
    await askOften('192.0.2.1')
    expect(await workFor('192.0.2.1')).toBe(500)
    expect(await workFor('192.0.2.2')).toBe(0)
  })

  it('the price falls again when the flood ends', async () => {
    app.clock.advance(2 * flood.spanMs)
    expect(await workFor('192.0.2.1')).toBe(0)
  })

  it('keeps no address, and no count for longer than it needs', async () => {
    const rows = await app.rows<{ source: string }>(sql`SELECT source FROM challenge_counts`)
    expect(rows.length).toBeLessThanOrEqual(2)
    expect(JSON.stringify(rows)).not.toContain('192.0.2')
  })
})

describe('before the closing day', () => {
  it('no source pays more, and nothing is counted', async () => {
    app.clock.set(new Date(closesAt.getTime() - 2 * day))
    const before = await countRows(app)
    await askOften('192.0.2.3')
    expect(await workFor('192.0.2.3')).toBe(0)
    expect(await countRows(app)).toEqual(before)
  })
})

it('the price doubles with each further challenge, up to a bound', () => {
  expect([0, flood.free, flood.free + 1, flood.free + 3, flood.free + 60].map(priceAfter)).toEqual([
    1,
    1,
    2,
    8,
    flood.dearest,
  ])
})
