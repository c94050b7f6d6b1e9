import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchView } from '../../worker/contract/comments'
import type { PlanView } from '../../worker/contract/plan'
import { currentText, textAt, textIn, textReadAt } from '../../worker/services/plan/clause-text'
import { bodyOf, errorOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { makeRevision } from '../support/make-revision'
import { startRevisedPlan, target } from '../support/revised-plan'

const { app, measure, thread, send } = await startRevisedPlan()

describe('the plan after a revision', () => {
  beforeEach(() =>
    makeRevision(app, [
      { act: 'amend', clause: '1.1.2', text: `到年底，${target}`, reason: '明确时间。' },
      { act: 'remove', clause: '1.1.3' },
      { act: 'add', measure: '1.1', text: '每年公布培育名单。' },
    ]),
  )

  it('reads as revised, each change with the text before', async () => {
    const { revision, clauses, removed, consultation } = await measure()
    expect([revision, consultation.planRevision]).toEqual([2, 2])
    expect(clauses.map(({ key, text, change }) => [key, text, change?.kind ?? null])).toEqual([
      ['1.1.1', '一是培育壮大制造业企业群。', null],
      ['1.1.2', `到年底，${target}`, 'amend'],
      ['1.1.4', '每年公布培育名单。', 'add'],
    ])
    expect(clauses[1]?.change).toMatchObject({
      revision: 2,
      before: target,
      reason: '明确时间。',
      comments: [],
    })
    expect(removed).toMatchObject([{ key: '1.1.3', change: { kind: 'remove', before: '推动“小升规”。' } }])
  })

  it('still reads as it did, for whoever asks for revision 1', async () => {
    const { revision, clauses, removed } = await measure('?revision=1')
    expect(revision).toBe(1)
    expect(clauses.map(({ text }) => text)).toEqual(['一是培育壮大制造业企业群。', target, '推动“小升规”。'])
    expect(clauses.every(({ change }) => change === null)).toBe(true)
    expect(removed).toEqual([])
  })

  it('knows no revision that is not published, and no word for one', async () => {
    expect((await app.get('/api/measures/1.1?revision=3')).status).toBe(404)
    expect((await app.get('/api/measures/1.1?revision=x')).status).toBe(422)
    expect((await app.get('/measures/1.1?revision=3')).status).toBe(404)
    expect((await app.get('/measures/1.1?revision=1')).status).toBe(200)
  })

  it('finds targets anew where their words still stand', async () => {
    const { clauses, formerTargets } = await measure()
    const [found] = clauses[1]?.targets ?? []
    expect(clauses[1]?.text.slice(found?.start, found?.end)).toBe('300家')
    expect(formerTargets).toEqual([])
  })

  it('is what search finds: new words are found, and old ones no longer', async () => {
    const found = async (q: string) =>
      (await bodyOf<SearchView>(await app.get(`/api/search?q=${encodeURIComponent(q)}`))).measures
    expect(await found('培育名单')).toMatchObject([{ clauseKey: '1.1.4', text: '每年公布培育名单。' }])
    expect(await found('到年底')).toMatchObject([{ clauseKey: '1.1.2' }])
    expect(await found('小升规')).toEqual([])
  })

  it('takes comments on a new clause and refuses them on a removed one', async () => {
    const on = async (clause: string) => send({ clause })
    expect((await on('1.1.4')).status).toBe(201)
    expect((await errorOf(await on('1.1.3'))).fields).toEqual({ clause: '该措施没有所选的这一句。' })
  })

  it('says on which revision a comment was made', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.4' })
    const rows = await app.rows(sql`SELECT plan_revision, quote FROM comments WHERE public_id = ${publicId}`)
    expect(rows).toEqual([{ plan_revision: 2, quote: null }])
  })
})

describe('a target whose words are gone', () => {
  it('is listed as of revision 1, and is no longer among the plan’s', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育一批专精特新中小企业。' }])
    const { clauses, formerTargets } = await measure()
    expect(clauses[1]?.targets).toEqual([])
    expect(formerTargets).toMatchObject([
      { clauseKey: '1.1.2', quote: '300家', indicator: '专精特新中小企业' },
    ])
    const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
    expect(plan.themes[0]?.measures[0]?.targets).toEqual([])
    expect((await measure('?revision=1')).clauses[1]?.targets).toHaveLength(1)
  })
})

describe('a target that has another figure', () => {
  it('stays among the plan’s with the new one, and says what it was', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育专精特新中小企业360家。' }])
    const { clauses, formerTargets } = await measure()
    expect(clauses[1]?.targets).toMatchObject([
      { quote: '360家', was: '300家', indicator: '专精特新中小企业' },
    ])
    expect(formerTargets).toEqual([])
    const { targets } = (await measure('?revision=1')).clauses[1] ?? {}
    expect(targets).toMatchObject([{ quote: '300家', was: null }])
  })
})

describe('a passage', () => {
  it('is kept with the comment, word for word', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '中小企业300家' })
    expect(await thread()).toMatchObject([{ publicId, quote: '中小企业300家', madeOn: null }])
  })

  it('must stand in the clause that is named, and not be longer than may be', async () => {
    const fields = async (change: Parameters<typeof send>[0]) => (await errorOf(await send(change))).fields
    const unknown = { quote: '所选的这一句里没有这段文字，可能已经修改。请重新选择，或者不引用。' }
    expect(await fields({ clause: '1.1.2', quote: '小升规' })).toEqual(unknown)
    expect(await fields({ quote: '300家' })).toEqual(unknown)
    expect(await fields({ clause: '1.1.2', quote: '长'.repeat(201) })).toEqual({
      quote: '内容超过了字数上限。',
    })
    const { publicId: parentId } = await makeComment(app, { clause: '1.1.2' })
    expect(await fields({ parentId, quote: '300家' })).toEqual(unknown)
  })

  it('travels through the form, and can be dropped there without scripts', async () => {
    const form = {
      body: '建议上调。',
      stance: 'suggest',
      kind: 'individual',
      publish: 'yes',
      clause: '1.1.2',
    }
    const page = await (await app.get('/measures/1.1/comment?clause=1.1.2&quote=300家')).text()
    expect(page).toContain('针对这段文字')
    const preview = await app.submit('/measures/1.1/comment', { ...form, quote: '300家', step: 'preview' })
    expect(await preview.text()).toContain('name="quote" value="300家"')
    const dropped = await app.submit('/measures/1.1/comment', { ...form, quote: '300家', step: 'unquote' })
    expect(await dropped.text()).not.toContain('针对这段文字')
    const wrong = await app.submit('/measures/1.1/comment', { ...form, quote: '3000家', step: 'preview' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('所选的这一句里没有这段文字')
  })
})

describe('the text of a clause in SQL', () => {
  it('is what the rule says, at every revision', async () => {
    await makeRevision(app, [
      { act: 'amend', clause: '1.1.2', text: '第二版。' },
      { act: 'add', measure: '1.1', text: '新增。' },
    ])
    await makeRevision(app, [
      { act: 'remove', clause: '1.1.2' },
      { act: 'amend', clause: '1.1.4', text: '新增，再改。' },
    ])
    await makeRevision(app, [{ act: 'amend', clause: '1.1.3', text: '第四版。' }])
    const place = sql`cl.measure_id IN (
      SELECT id FROM measures WHERE consultation_id = (SELECT id FROM consultations WHERE is_current = 1))`
    const changes = await app.rows<{ clause_id: number; revision: number; text: string | null }>(sql`
      SELECT h.clause_id, p.number AS revision, h.text FROM clause_changes h
      JOIN plan_revisions p ON p.id = h.plan_revision_id`)
    for (const revision of [1, 2, 3, 4]) {
      await app.db.run(sql`UPDATE consultations SET plan_revision = 4 WHERE is_current = 1`)
      const rows = await app.rows<
        Record<'id' | 'introduced_in', number> & Record<'text' | 'now' | 'then' | 'at', string>
      >(sql`
        SELECT cl.id, cl.text, cl.introduced_in, ${currentText} AS now, ${textReadAt(sql`${revision}`)} AS "then",
          ${textIn(sql`${revision}`)} AS at
        FROM clauses cl WHERE ${place}`)
      expect(rows.length).toBeGreaterThan(7)
      for (const row of rows) {
        const own = changes
          .filter(({ clause_id }) => clause_id === row.id)
          .map((change) => ({ ...change, id: 0, kind: 'amend' as const }))
        const clause = { text: row.text, introducedIn: row.introduced_in }
        expect(row.now).toBe(textAt(clause, own, 4) ?? '')
        const atRevision = textAt(clause, own, revision)
        expect(row.at).toBe(atRevision ?? '')
        if (atRevision !== null) expect(row.then).toBe(atRevision)
      }
    }
  })
})
