import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { demoComments } from '../../seeds/demo-comments'
import { reasons } from '../../seeds/reasons'
import { newCommentSchema } from '../../worker/contract/comments'
import { limits } from '../../worker/contract/limits'
import { countCharacters } from '../../worker/contract/text'
import { checkUscc } from '../../worker/contract/uscc'
import { decisions } from '../../worker/contract/words'

const clausesOf: Record<string, number> = Object.fromEntries(
  [
    [5, 2, 4, 3],
    [4, 4, 2, 2],
    [2, 2, 2],
    [2, 3, 3],
    [2, 3, 2, 2],
    [4, 4, 2, 2],
    [4, 3, 5, 2, 4],
    [2, 2, 2, 2],
    [2, 3, 2, 4],
  ].flatMap((measures, theme) => measures.map((clauses, i) => [`${theme + 1}.${i + 1}`, clauses])),
)

const byRef = new Map(demoComments.map((comment) => [comment.ref, comment]))
const depth = (ref: string): number => {
  const parent = byRef.get(ref)?.parent
  return parent === undefined ? 0 : 1 + depth(parent)
}

describe('the reason table', () => {
  it('gives every decision at least one reason, in an order of its own', () => {
    for (const decision of decisions) {
      const sorts = reasons.filter((reason) => reason.decision === decision).map((reason) => reason.sort)
      expect(sorts).toEqual(sorts.map((_, i) => i + 1))
      expect(sorts.length).toBeGreaterThan(0)
    }
  })

  it('names each reason once, in snake_case', () => {
    const ids = reasons.map((reason) => reason.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  it('speaks in full sentences in both languages', () => {
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/^[^a-zA-Z]+。$/)
      expect(en).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('is called by few words at the desk', () => {
    for (const { labelZh, labelEn } of reasons) {
      expect(labelZh).toMatch(/^\p{Script=Han}{2,8}$/u)
      expect(labelEn).toMatch(/^[A-Z][a-z ]{2,24}$/)
    }
    expect(new Set(reasons.map(({ labelZh }) => labelZh)).size).toBe(reasons.length)
  })

  it('lets the author of what was returned or rejected submit again, but for what no change can mend', () => {
    const final = reasons.filter(({ decision, mayResubmit }) => decision === 'reject' && !mayResubmit)
    expect(final.map(({ id }) => id)).toEqual(['unlawful', 'threat', 'impersonation'])
    for (const { decision, mayResubmit } of reasons) if (decision === 'return') expect(mayResubmit).toBe(true)
  })

  it('knows what is spam, which is only ever rejected', () => {
    const spam = reasons.filter(({ isSpam }) => isSpam)
    expect(spam.map(({ id }) => id)).toEqual(['duplicate_submission', 'advertising', 'no_content'])
    expect(new Set(spam.map(({ decision }) => decision))).toEqual(new Set(['reject']))
  })
})

describe('the demo comments', () => {
  it('are what the public form would accept', () => {
    for (const { body, stance, clause, participant, publish, publishName } of demoComments) {
      const input = {
        body,
        stance,
        participant,
        consent: publishName === undefined ? { publish } : { publish, name: publishName },
        ...(clause === undefined ? {} : { clause }),
      }
      expect(v.safeParse(newCommentSchema, input).issues, body).toBeUndefined()
      expect(v.parse(newCommentSchema, input).body).toBe(body)
    }
  })

  it('keep between 15 and 400 characters', () => {
    for (const { body, ref } of demoComments) {
      expect(countCharacters(body), ref).toBeGreaterThanOrEqual(15)
      expect(countCharacters(body), ref).toBeLessThanOrEqual(Math.min(400, limits.body))
    }
  })

  it('carry valid codes, one organisation to a code and one code to an organisation', () => {
    const names = new Map<string, string>()
    for (const { participant } of demoComments) {
      if (participant.kind === 'individual') continue
      expect(checkUscc(participant.uscc), participant.name).toBe('ok')
      expect(names.get(participant.uscc) ?? participant.name).toBe(participant.name)
      names.set(participant.uscc, participant.name)
    }
    expect(new Set(names.values()).size).toBe(names.size)
  })

  it('speak to clauses that exist, on at least 20 of the 35 measures', () => {
    expect(Object.keys(clausesOf)).toHaveLength(35)
    for (const { measure, clause, ref } of demoComments) {
      const count = clausesOf[measure]
      expect(count, ref).toBeGreaterThan(0)
      if (clause === undefined) continue
      const number = Number(clause.slice(measure.length + 1))
      expect(clause, ref).toBe(`${measure}.${number}`)
      expect(number, ref).toBeGreaterThanOrEqual(1)
      expect(number, ref).toBeLessThanOrEqual(count ?? 0)
    }
    expect(new Set(demoComments.map((comment) => comment.measure)).size).toBeGreaterThanOrEqual(20)
  })

  it('answer only what stands earlier, is public and belongs to the same measure', () => {
    const earlier = new Set<string>()
    for (const comment of demoComments) {
      expect(earlier.has(comment.ref), comment.ref).toBe(false)
      if (comment.parent !== undefined) {
        expect(earlier.has(comment.parent), comment.ref).toBe(true)
        const parent = byRef.get(comment.parent)
        expect(parent).toMatchObject({
          measure: comment.measure,
          publish: true,
          outcome: { decision: 'publish' },
        })
        expect(comment.daysAgo, comment.ref).toBeLessThan(parent?.daysAgo ?? 0)
        expect(depth(comment.ref)).toBeLessThanOrEqual(3)
      }
      earlier.add(comment.ref)
    }
  })

  it('end with a reason of the table that belongs to their decision', () => {
    for (const { outcome, ref } of demoComments) {
      if (outcome === null) continue
      expect(reasons.find((reason) => reason.id === outcome.reason)?.decision, ref).toBe(outcome.decision)
      expect(countCharacters(outcome.note ?? '')).toBeLessThanOrEqual(limits.note)
    }
  })

  it('suggest a wording, some of them, for a clause and never in a reply', () => {
    const suggesting = demoComments.filter(({ wording }) => wording)
    expect(suggesting.map(({ ref }) => ref)).toHaveLength(5)
    for (const { clause, parent, wording, ref } of suggesting) {
      expect(clause, ref).toBeDefined()
      expect(parent, ref).toBeUndefined()
      expect(wording?.to, ref).not.toBe(wording?.from)
    }
  })

  it('hide words that are there, in their order', () => {
    for (const { body, outcome, ref } of demoComments) {
      const places = (outcome?.hide ?? []).map(({ words }) => body.indexOf(words))
      expect(places, ref).toEqual([...places].sort((a, b) => a - b))
      expect(places, ref).not.toContain(-1)
    }
  })

  it('show every way a comment can go', () => {
    const tally = (wanted: (comment: (typeof demoComments)[number]) => boolean) =>
      demoComments.filter(wanted).length
    expect(tally(({ outcome }) => outcome === null)).toBe(15)
    expect(tally(({ outcome }) => outcome?.decision === 'return')).toBe(2)
    expect(tally(({ outcome }) => outcome?.decision === 'reject')).toBe(4)
    expect(tally(({ outcome }) => outcome?.decision === 'redact')).toBe(1)
    expect(tally(({ outcome }) => outcome?.waitsForSecond === true)).toBe(1)
    expect(tally(({ outcome }) => outcome?.appeal !== undefined)).toBe(1)
    expect(tally(({ outcome, publish }) => outcome?.decision === 'publish' && !publish)).toBe(2)
    for (const { daysAgo } of demoComments) {
      expect(daysAgo).toBeGreaterThan(0)
      expect(daysAgo).toBeLessThanOrEqual(12)
    }
  })
})
