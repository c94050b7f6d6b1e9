import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hidePassage, passageAt, publicRuns, showPassage, tidySpan } from '../../../web/lib/passages'
import { applyRedactions, areRedactionsInPlace, type Redaction } from '../../../worker/contract/redaction'
import { redactionReasons } from '../../../worker/contract/words'

const text = '联系人张工 138 0013 8000，QQ 123456。'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const hide = (words: string, reason: Redaction['reason'] = 'contact', from: readonly Redaction[] = []) =>
  hidePassage(text, from, span(words), reason)

describe('hiding a passage', () => {
  it('keeps the passages in order whatever the order of hiding', () => {
    const both = hide('138 0013 8000', 'contact', hide('123456', 'account'))
    expect(applyRedactions(text, both)).toBe('联系人张工 〔已隐去：联系方式〕，QQ 〔已隐去：银行账户〕。')
  })

  it('leaves the white space around it', () => {
    expect(hidePassage(text, [], { start: 5, end: 10 }, 'contact')).toEqual(hide('138'))
  })

  it('becomes one with what it touches, for the newer reason', () => {
    const joined = hide('0013 8000，QQ', 'wording', hide('138 0013'))
    expect(joined).toEqual([{ ...span('138 0013 8000，QQ'), reason: 'wording' }])
  })

  it('becomes one with a neighbour of the same reason, and not of another', () => {
    expect(hide('张工', 'person', hide('联系人', 'person'))).toHaveLength(1)
    expect(hide('张工', 'person', hide('联系人', 'contact'))).toHaveLength(2)
  })

  it('hides nothing where only white space was picked', () => {
    expect(hidePassage(text, [], { start: 5, end: 6 }, 'contact')).toEqual([])
  })

  it('never cuts a character in two', () => {
    expect(tidySpan('𠮷野', { start: 1, end: 2 })).toEqual({ start: 0, end: 2 })
    expect(tidySpan('野𠮷', { start: 0, end: 2 })).toEqual({ start: 0, end: 3 })
  })

  it('gives only what the server accepts, whatever was picked', () => {
    const steps = fc.array(
      fc.record({
        start: fc.integer({ min: -2, max: 30 }),
        end: fc.integer({ min: -2, max: 30 }),
        reason: fc.constantFrom(...redactionReasons),
        isTakenBack: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 25 }), steps, (any, acts) => {
        const passages = acts.reduce<readonly Redaction[]>(
          (held, { isTakenBack, reason, ...at }) =>
            isTakenBack ? showPassage(held, at) : hidePassage(any, held, at, reason),
          [],
        )
        expect(areRedactionsInPlace(any, passages)).toBe(true)
        expect(
          publicRuns(any, passages)
            .map((run) => run.text)
            .join(''),
        ).toBe(applyRedactions(any, passages))
      }),
    )
  }, 30_000)
})

describe('a hidden passage', () => {
  it('is found and shown again by any part of it', () => {
    const passages = hide('138 0013 8000')
    expect(passageAt(passages, span('0013'))).toEqual(passages[0])
    expect(passageAt(passages, span('张工'))).toBeUndefined()
    expect(showPassage(passages, span('0013'))).toEqual([])
  })

  it('can be told from the words around it', () => {
    expect(publicRuns(text, hide('138 0013 8000')).filter((run) => run.isHidden)).toEqual([
      { text: '〔已隐去：联系方式〕', isHidden: true },
    ])
  })
})
