import { describe, expect, it } from 'vitest'
import { cohensKappa, compareCoders } from '../../../worker/services/coding/kappa'

describe('Cohen’s κ', () => {
  it('of the skin condition study is as SAS/STAT prints it (The FREQ Procedure, Getting Started: Agreement Study)', () => {
    const { n, kappa, standardError } = cohensKappa([
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ])
    expect(n).toBe(88)
    expect(kappa).toBeCloseTo(0.3449, 4)
    expect(standardError).toBeCloseTo(0.0724, 4)
  })

  it('of husbands and wives is as R’s package vcd prints it: Kappa(SexualFun)', () => {
    const { kappa, standardError } = cohensKappa([
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ])
    expect(kappa).toBeCloseTo(0.1293, 4)
    expect(standardError).toBeCloseTo(0.0686, 4)
  })

  it('of sex as two observers recorded it is as SPSS prints it (Bland, Clinical Biostatistics, University of York)', () => {
    const { kappa, standardError } = cohensKappa([
      [118, 1],
      [1, 63],
    ])
    expect(kappa).toBeCloseTo(0.976, 3)
    expect(standardError).toBeCloseTo(0.017, 3)
  })

  it.each([
    ['balanced', [40, 9, 6, 45], 0.85, 0.7],
    ['unbalanced', [80, 10, 5, 5], 0.85, 0.32],
  ] as const)(
    'of the %s table of Feinstein & Cicchetti 1990 falls though agreement stays',
    (_, table, po, k) => {
      const [a, b, c, d] = table
      const { observed, kappa } = cohensKappa([
        [a, b],
        [c, d],
      ])
      expect(observed).toBeCloseTo(po, 2)
      expect(kappa).toBeCloseTo(k, 2)
    },
  )

  it('is not known where one class was used for everything, nor where nothing was sorted', () => {
    const everything = [
      [9, 0],
      [0, 0],
    ]
    expect(cohensKappa(everything).kappa).toBeNull()
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]).kappa,
    ).toBeNull()
  })

  it('is 0 where agreement is just what chance gives, and -1 where the coders always differ', () => {
    expect(
      cohensKappa([
        [25, 25],
        [25, 25],
      ]).kappa,
    ).toBeCloseTo(0, 12)
    expect(
      cohensKappa([
        [0, 10],
        [10, 0],
      ]).kappa,
    ).toBeCloseTo(-1, 12)
  })
})

describe('two coders on one code', () => {
  it('have the indices of Sim & Wright 2005 (Physical Therapy 85, 257–268)', () => {
    const found = compareCoders({ both: 22, onlyFirst: 2, onlySecond: 4, neither: 11 })
    expect(found.agreement).toBeCloseTo(0.846, 3)
    expect(found.kappa).toBeCloseTo(0.67, 2)
    expect(found.prevalenceIndex).toBeCloseTo(0.28, 2)
    expect(found.biasIndex).toBeCloseTo(-0.05, 2)
    expect(found.pabak).toBeCloseTo(0.69, 2)
  })

  it('have an interval of 1.96 standard errors to both sides, within -1 and 1', () => {
    const { kappa, low, high } = compareCoders({ both: 40, onlyFirst: 9, onlySecond: 6, neither: 45 })
    const { standardError } = cohensKappa([
      [40, 9],
      [6, 45],
    ])
    expect((high ?? 0) - (kappa ?? 0)).toBeCloseTo(1.96 * (standardError ?? 0), 4)
    expect((kappa ?? 0) - (low ?? 0)).toBeCloseTo(1.96 * (standardError ?? 0), 4)
    expect(compareCoders({ both: 1, onlyFirst: 0, onlySecond: 1, neither: 2 }).high).toBe(1)
  })

  it('have no interval where they agree on everything: the formula then knows no error', () => {
    expect(compareCoders({ both: 5, onlyFirst: 0, onlySecond: 0, neither: 5 })).toMatchObject({
      kappa: 1,
      low: null,
      high: null,
    })
  })

  it.each([
    [{ both: 0, onlyFirst: 1, onlySecond: 0, neither: 19 }, true],
    [{ both: 19, onlyFirst: 1, onlySecond: 0, neither: 0 }, true],
    [{ both: 3, onlyFirst: 0, onlySecond: 0, neither: 17 }, false],
    [{ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }, false],
  ])('are told when a code is so rare or common that κ says little: %j', (pair, isExtreme) => {
    expect(compareCoders(pair).isPrevalenceExtreme).toBe(isExtreme)
  })
})
