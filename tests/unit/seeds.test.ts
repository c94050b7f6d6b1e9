import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { answeredRevision, demoAnswers } from '../../seeds/2020-digital-services/answers'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import { answeredConsultation } from '../../seeds/2020-digital-services/overlay'
import { demoComments } from '../../seeds/demo-comments'
import { reasons } from '../../seeds/reasons'
import { newCommentSchema } from '../../worker/contract/comments'
import { limits } from '../../worker/contract/limits'
import { countCharacters } from '../../worker/contract/text'
import { checkUscc } from '../../worker/contract/uscc'
import { decisions, dispositions } from '../../worker/contract/words'
import { demands } from '../../worker/services/dispositions/rules'
import { readPlan } from '../../worker/services/plan/read-plan'

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

const everyComment = [...demoComments, ...answeredComments]
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
    for (const { body, stance, clause, participant, publish, publishName } of everyComment) {
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
    for (const { body, ref } of everyComment) {
      expect(countCharacters(body), ref).toBeGreaterThanOrEqual(15)
      expect(countCharacters(body), ref).toBeLessThanOrEqual(Math.min(400, limits.body))
    }
  })

  it('carry valid codes, one organisation to a code and one code to an organisation', () => {
    const names = new Map<string, string>()
    for (const { participant } of everyComment) {
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
    for (const { outcome, ref } of everyComment) {
      if (outcome === null) continue
      expect(reasons.find((reason) => reason.id === outcome.reason)?.decision, ref).toBe(outcome.decision)
      expect(countCharacters(outcome.note ?? '')).toBeLessThanOrEqual(limits.note)
    }
  })

  it('suggest a wording, some of them, for a clause and never in a reply', () => {
    const suggesting = demoComments.filter(({ wording }) => wording)
    expect(suggesting.map(({ ref }) => ref)).toHaveLength(5)
    for (const { clause, parent, wording, ref } of suggesting) {
      expect(clause, ref).toMatch(/^\d+\.\d+\.\d+$/)
      expect(parent, ref).toBeUndefined()
      expect(wording?.to, ref).not.toBe(wording?.from)
    }
  })

  it('hide words that are there, in their order', () => {
    for (const { body, outcome, ref } of everyComment) {
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

describe('the consultation that is answered', () => {
  const plan = readPlan(
    readFileSync(new URL('../../seeds/2020-digital-services/plan.txt', import.meta.url), 'utf8'),
  )
  const measures = plan.agenda.themes.flatMap((theme) =>
    theme.measures.map((measure) => ({ ...measure, key: `${theme.number}.${measure.number}` })),
  )
  const clauses = new Map(
    measures.flatMap(({ key, clauses }) => clauses.map(({ number, text }) => [`${key}.${number}`, text])),
  )
  const changed = answeredRevision.changes.map(({ clause }) => clause)

  it('has names for all its themes and measures that fit a card', () => {
    const names = { ...answeredConsultation.themes, ...answeredConsultation.measures }
    const keys = [...plan.agenda.themes.map(({ number }) => `${number}`), ...measures.map(({ key }) => key)]
    expect(Object.keys(names).sort()).toEqual(keys.sort())
    for (const { zh, en } of Object.values(names)) {
      expect(countCharacters(zh)).toBeLessThanOrEqual(limits.shortTitle)
      expect(countCharacters(en)).toBeLessThanOrEqual(limits.shortTitleEn)
    }
  })

  it('hears of clauses that it has, and of words that are in them', () => {
    for (const { ref, measure, clause, wording } of answeredComments) {
      if (clause === undefined) expect(wording, ref).toBeUndefined()
      else expect(clause, ref).toMatch(new RegExp(`^${measure.replace('.', '\\.')}\\.\\d$`))
      expect(clause === undefined || clauses.has(clause), ref).toBe(true)
      if (wording) expect(clauses.get(clause ?? ''), ref).toContain(wording.from)
    }
  })

  it('disposes of whatever it accepted in full sentences, in every way there is', () => {
    for (const { ref, measure, outcome, disposition } of answeredComments) {
      expect(disposition === null, ref).toBe(outcome.decision === 'reject')
      if (!disposition) continue
      const { made, reason, change, passedTo } = disposition
      expect(reason, ref).toMatch(/^.{15,}。$/)
      expect(passedTo !== undefined, ref).toBe(demands[made].receiver)
      if (change === undefined) continue
      expect(demands[made].textChange, ref).toBe(true)
      expect(changed, ref).toContain(change)
      expect(change.startsWith(`${measure}.`), ref).toBe(true)
    }
    const made = answeredComments.flatMap(({ disposition }) => disposition?.made ?? [])
    expect(new Set(made)).toEqual(new Set(dispositions))
  })

  it('changes clauses that it has, each because of a comment', () => {
    const causes = answeredComments.map(({ disposition }) => disposition?.change)
    for (const { clause, text } of answeredRevision.changes) {
      expect(clauses.has(clause), clause).toBe(true)
      expect(text, clause).not.toBe(clauses.get(clause))
      expect(causes, clause).toContain(clause)
    }
  })

  it('has an answer on every measure, read by another than who wrote it', () => {
    expect(demoAnswers.map(({ measure }) => measure)).toEqual(measures.map(({ key }) => key))
    for (const { writer, reader } of demoAnswers) expect(reader).not.toBe(writer)
  })
})
