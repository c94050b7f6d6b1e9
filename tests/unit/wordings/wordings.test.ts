import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { changesWording, isMoved, wordingToEdit } from '../../../web/lib/changes-wording'
import { annexSummarySchema } from '../../../worker/contract/annexes'
import { limits } from '../../../worker/contract/limits'
import {
  passagesWithin,
  placesIn,
  summaryPrefix,
  wholeText,
  withoutPrefix,
  wordingPrefix,
} from '../../../worker/contract/whole-text'
import { wordingInputSchema } from '../../../worker/contract/wordings'
import { AppError } from '../../../worker/errors'
import { hideWords } from '../../../worker/services/moderation/hide-words'
import { canonicalText } from '../../../worker/services/stamped-forms/canonical-text'
import { suggestedWording } from '../../../worker/services/wordings/suggested-wording'
import { comparedText, signalsOf } from '../../../worker/services/wordings/weigh-wording'

const base = '力争新培育专精特新中小企业300家。'
const text = '力争新培育专精特新中小企业260家，并公布名单。'

describe('a suggested wording', () => {
  const onClause = { isOnClause: true, readings: [base, '推动“小升规”。'] }

  it('is what differs from every clause of the measure', () => {
    expect(suggestedWording({ text }, onClause)).toBe(text)
    for (const same of [undefined, { text: '' }, { text: base }, { text: '推动“小升规”。' }])
      expect(suggestedWording(same, onClause)).toBeNull()
  })

  it('is of a clause; what changes nothing needs none', () => {
    const nowhere = { isOnClause: false, readings: [base] }
    expect(() => suggestedWording({ text }, nowhere)).toThrow(AppError)
    expect(suggestedWording({ text: base }, nowhere)).toBeNull()
  })

  it('has a limit in characters as people count them, and one line', () => {
    const longest = '👨‍👩‍👧'.repeat(limits.wording)
    expect(v.parse(wordingInputSchema, { text: longest }).text).toBe(longest)
    expect(v.safeParse(wordingInputSchema, { text: `${longest}。` }).success).toBe(false)
    expect(v.parse(wordingInputSchema, { text: ' 培育\n企业 ' }).text).toBe('培育 企业')
  })

  it('stands, in a whole text, between body and summary, whatever these have', () => {
    const line = fc.stringMatching(/^[^\n]{1,40}$/)
    const mark = fc.constantFrom(`\n${wordingPrefix}`, `\n${summaryPrefix}`, '')
    const any = fc.tuple(fc.string(), mark, fc.string({ minLength: 1 })).map((parts) => parts.join(''))
    fc.assert(
      fc.property(any, fc.option(line), fc.option(any), (body, wording, given) => {
        const summary = given === null ? null : withoutPrefix(given)
        const whole = wholeText({ body, wording, summary })
        const places = placesIn(whole, { wording: wording !== null, summary: summary !== null })
        const at = (place: { start: number; end: number } | null) =>
          place && whole.slice(place.start, place.end)
        expect([at(places.body), at(places.wording), at(places.summary)]).toEqual([body, wording, summary])
      }),
    )
  })

  it('has a summary beside it that never looks like where one begins', () => {
    const typed = `${summaryPrefix}成本。\n ${summaryPrefix}${summaryPrefix}人工，见${summaryPrefix}`
    expect(v.parse(annexSummarySchema, typed)).toBe(`成本。\n人工，见${summaryPrefix}`)
    expect(v.safeParse(annexSummarySchema, summaryPrefix).success).toBe(false)
  })

  it('fills the field with the clause until somebody changed it', () => {
    const clauses = [
      { key: '1.1.2', text: base },
      { key: '1.1.3', text: '推动“小升规”。' },
    ]
    expect(wordingToEdit('', '1.1.2', clauses)).toBe(base)
    expect(wordingToEdit(base, '1.1.3', clauses)).toBe('推动“小升规”。')
    expect(wordingToEdit(base, '', clauses)).toBe('')
    expect(wordingToEdit(text, '1.1.3', clauses)).toBe(text)
    expect([text, base, ` ${base} `, '  '].map((typed) => changesWording(typed, clauses))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a wording that was typed', () => {
  const clauses = [{ text: base }, { text: '推动“小升规”。' }]
  const typed = { clause: '1.1.3', wording: text, wordingOf: '1.1.2' }

  it('is moved once it stands by another clause than its own', () => {
    expect(isMoved(typed, clauses)).toBe(true)
    for (const other of [
      { clause: '1.1.2' },
      { clause: '' },
      { wordingOf: '' },
      { wording: base },
      { wording: ' ' },
    ])
      expect(isMoved({ ...typed, ...other }, clauses), JSON.stringify(other)).toBe(false)
  })
})

describe('hidden words', () => {
  const body = '电话13912345678。'
  const wording = '请联系13912345678，300家。'
  const summary = '成本构成。\n联系13912345678。'
  const original = wholeText({ body, wording, summary })
  const passage = (from: number) => {
    const start = original.indexOf('13912345678', from)
    return { start, end: start + 11, reason: 'contact' as const }
  }
  const inBody = passage(0)
  const inWording = passage(inBody.end)
  const inSummary = passage(inWording.end)

  it('are hidden in the text and in the wording, each in its place', () => {
    expect(hideWords({ original, body, wording, summary }, [inBody, inWording])).toEqual({
      body: '电话〔已隐去：联系方式〕。',
      wording: '请联系〔已隐去：联系方式〕，300家。',
      summary,
    })
    expect(hideWords({ original, body, wording, summary }, [inWording])).toEqual({
      body,
      wording: '请联系〔已隐去：联系方式〕，300家。',
      summary,
    })
  })

  it('are hidden in the summary, whose original may be older than it', () => {
    expect(hideWords({ original, body, wording, summary }, [inSummary])).toEqual({
      body,
      wording,
      summary: '成本构成。\n联系〔已隐去：联系方式〕。',
    })
    const older = wholeText({ body, wording, summary: null })
    expect(hideWords({ original: older, body, wording, summary }, [inBody])).toEqual({
      body: '电话〔已隐去：联系方式〕。',
      wording,
      summary,
    })
    const alone = wholeText({ body, wording: null, summary })
    expect(hideWords({ original: alone, body, wording: null, summary }, [inBody])).toMatchObject({
      body: '电话〔已隐去：联系方式〕。',
      wording: null,
      summary,
    })
  })

  it('may go from the one into the other, and leave both apart', () => {
    const across = { ...inBody, end: inWording.end }
    expect(hideWords({ original, body, wording, summary }, [across])).toEqual({
      body: '电话〔已隐去：联系方式〕',
      wording: '〔已隐去：联系方式〕，300家。',
      summary,
    })
    expect(passagesWithin([inBody], { start: inBody.end, end: original.length })).toEqual([])
  })

  it('leave everything as it stands where none are chosen', () => {
    const hidden = { body: '已隐去', wording: '也已隐去', summary: null }
    expect(hideWords({ original, ...hidden }, [])).toEqual(hidden)
  })
})

describe('what is noticed of a wording', () => {
  const known = { words: [{ word: '六合彩', category: 'gambling' as const }], ownName: null }

  it('is what its author brought, not what the plan says', () => {
    const plain = { text: '严禁六合彩，电话 13912345678。', base: '严禁六合彩。' }
    const found = signalsOf({ body: '建议补充举报电话。', wording: plain }, known)
    expect(found.map(({ kind }) => kind)).toEqual(['phone'])
    const whole = wholeText({ body: '建议补充举报电话。', wording: plain.text, summary: null })
    expect(whole.slice(found[0]?.start ?? 0, found[0]?.end ?? 0)).toBe('13912345678')
    expect(signalsOf({ body: '别信六合彩。', wording: plain }, known).map(({ kind }) => kind)).toEqual([
      'banned_word',
      'phone',
    ])
  })

  it('covers the summary of an annex, whose words are its author’s even where the plan has them', () => {
    const plain = { text: '严禁六合彩。', base: '严禁六合彩。' }
    const written = { body: '见附件。', wording: plain, summary: '六合彩，电话 13912345678。' }
    const whole = wholeText({ ...written, wording: plain.text })
    const found = signalsOf(written, known).map(({ start, end }) => whole.slice(start ?? 0, end ?? 0))
    expect(found).toEqual(['六合彩', '13912345678'])
    expect(whole.lastIndexOf('六合彩')).toBe(signalsOf(written, known)[0]?.start)
  })

  it('compares only what it changes, so that the plan’s own words make no two alike', () => {
    expect(comparedText({ body: '偏高。', wording: { text, base } })).toBe('偏高。\n300家\n260家，并公布名单')
    expect(comparedText({ body: '偏高。', wording: null })).toBe('偏高。')
    expect(comparedText({ body: '删。', wording: { text: '力争。', base: '力争力争。' } })).toBe(
      '删。\n力争\n',
    )
  })
})

describe('the text that is stamped', () => {
  const said = {
    ...{ publicId: 'GX21-7F3K-92QX', revision: 1, measure: '1.1', clause: '1.1.2' },
    ...{ stance: 'suggest' as const, targets: [], text: '偏高。' },
  }

  it('is of form 2 with a wording, and of form 1 as ever without', () => {
    expect(canonicalText({ ...said, wording: null })).toMatch(/^\{"form":1,.*"text":"偏高。"\}$/)
    expect(canonicalText({ ...said, wording: '260家' })).toMatch(
      /^\{"form":2,.*"text":"偏高。","wording":"260家"\}$/,
    )
  })
})
