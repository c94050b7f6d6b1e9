import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededChance } from '../../../worker/contract/seeded-chance'
import { drawPlaces } from '../../../worker/services/coding/draw-places'

describe('a sample', () => {
  it('follows from its seed', () => {
    expect(drawPlaces(20210319, 50, 5000)).toEqual(drawPlaces(20210319, 50, 5000))
    expect(drawPlaces(20210319, 50, 5000)).not.toEqual(drawPlaces(20210320, 50, 5000))
  })

  it('has no comment twice and none that is not there', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 200 }), fc.nat(300), (seed, size, more) => {
        const places = drawPlaces(seed, size, size + more)
        expect(new Set(places).size).toBe(size)
        expect(places.every((place) => place >= 0 && place < size + more)).toBe(true)
      }),
    )
  })

  it('gives every comment the same chance', () => {
    const drawn = new Array<number>(20).fill(0)
    for (let seed = 0; seed < 4000; seed += 1)
      for (const place of drawPlaces(seed, 5, 20)) drawn[place] = (drawn[place] ?? 0) + 1
    for (const count of drawn) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('chance from a seed', () => {
  it('is mulberry32: the first numbers of seed 1 are those of its published C code', () => {
    const chance = seededChance(1)
    expect([chance(), chance(), chance()].map((drawn) => Math.round(drawn * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })
})
