import { describe, expect, it } from 'vitest'
import type { SignalKind } from '../../../worker/contract/words'
import { business } from './corpus/business'
import { heldOutBusiness } from './corpus/held-out-business'
import { heldOutPersonal } from './corpus/held-out-personal'
import { heldOutPlain } from './corpus/held-out-plain'
import { readLabelled } from './corpus/labelled'
import { long } from './corpus/long'
import { personal } from './corpus/personal'
import { plain } from './corpus/plain'
import { measure, precision, recall } from './measure'

const exact: SignalKind[] = [
  'id_number',
  'phone',
  'bank_card',
  'email',
  'plate',
  'social_account',
  'banned_word',
  'link',
  'language',
  'length',
]
const judged: SignalKind[] = ['address', 'trade_secret']

const tuned = [...personal, ...business, ...plain, ...long]
const heldOut = [...heldOutPersonal, ...heldOutBusiness, ...heldOutPlain]

it('has 300 comments and more, each once, of 1 to 3,000 characters, a third of them held out', () => {
  const bodies = [...tuned, ...heldOut].map((each) => readLabelled(each).body)
  const lengths = bodies.map((body) => body.length).sort((a, b) => a - b)
  expect(bodies.length).toBeGreaterThanOrEqual(300)
  expect(new Set(bodies).size).toBe(bodies.length)
  expect(heldOut.length / bodies.length).toBeGreaterThan(0.3)
  expect(lengths[0]).toBeLessThanOrEqual(2)
  expect(lengths.at(-1)).toBeGreaterThanOrEqual(3000)
})

describe.each([
  ['tuned on', tuned],
  ['held out', heldOut],
])('the comments that were %s', (name, corpus) => {
  const scores = measure(corpus, [...exact, ...judged])

  it('give these figures', () => {
    const lines = scores.map((score) =>
      [
        score.kind.padEnd(16),
        `${score.right}/${score.expected}`.padStart(8),
        `precision ${precision(score).toFixed(3)}`,
        `recall ${recall(score).toFixed(3)}`,
      ].join('  '),
    )
    console.log(`${corpus.length} comments, ${name}\n${lines.join('\n')}`)
    expect(scores.filter(({ expected }) => expected < 4)).toEqual([])
  })

  it.each(scores.filter(({ kind }) => exact.includes(kind)))('mark $kind to the character', (score) => {
    expect(precision(score), score.errors.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(recall(score), score.errors.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it.each(scores.filter(({ kind }) => judged.includes(kind)))('mark most of every $kind', (score) => {
    expect(precision(score), score.errors.join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(recall(score), score.errors.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})
