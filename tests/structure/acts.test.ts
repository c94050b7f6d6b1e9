import { describe, expect, it } from 'vitest'
import { officeActs, publicActs } from '../../worker/services/audit/acts'
import { read, sources } from './sources'

/** Acts as services write them to the record; those that are put together from a state are checked by the compiler. */
const recorded = sources
  .filter((file) => file.startsWith('worker/services/'))
  .flatMap((file) => [...read(file).matchAll(/\baction: (?:\w+ \? )?'([a-z_]+\.[a-z_]+)'/g)])
  .map(([, act = '']) => act)

describe('the acts on record', () => {
  const all: readonly string[] = [...publicActs, ...officeActs]

  it('each change public data or do not: none is both, none is listed twice', () => {
    expect(new Set(all).size).toBe(all.length)
  })

  it('are all on one of the two lists', () => {
    expect(recorded.length).toBeGreaterThan(50)
    expect(recorded.filter((act) => !all.includes(act))).toEqual([])
  })
})
