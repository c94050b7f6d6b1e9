import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type {
  CommentContextView,
  CommentReceipt,
  Page,
  SearchView,
  ThreadView,
} from '../../worker/contract/comments'
import type { MeasureView, PlanView } from '../../worker/contract/plan'
import type { OrphanPage } from '../../worker/contract/revisions'
import { submitComment } from '../../worker/services/comments/submit-comment'
import { currentText, textAt, textIn, textReadAt } from '../../worker/services/plan/clause-text'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { makeComment, newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { closeDraft, makeDraft, makeRevision, publishDraft } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const target = '力争新培育专精特新中小企业300家。'

beforeAll(() => makeReasons(app))
beforeEach(async () => {
  await closeDraft(app)
  await makeConsultation(app)
})

const measure = async (query = '') => bodyOf<MeasureView>(await app.get(`/api/measures/1.1${query}`))
const thread = async (query = '') =>
  (await bodyOf<Page<ThreadView>>(await app.get(`/api/measures/1.1/comments${query}`))).items
const send = async (change: Parameters<typeof newComment>[0]) =>
  app.post('/api/measures/1.1/comments', newComment({ ...change, altcha: await solvedProof(app) }))

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
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育专精特新中小企业360家。' }])
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

describe('a comment made before a revision', () => {
  const first = async (publicId: string) => (await thread()).find((each) => each.publicId === publicId)

  it('is shown with the text of the time once its clause has changed, and not before', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '专精特新' })
    const { publicId: elsewhere } = await makeComment(app, { clause: '1.1.1' })
    expect((await first(publicId))?.madeOn).toBeNull()
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: target, isOrphan: false })
    expect((await first(elsewhere))?.madeOn).toBeNull()
    const context = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect([context.clause?.text, context.clauseNow]).toEqual([target, '培育专精特新企业360家。'])
    expect((await measure()).orphans.items).toEqual([])
  })

  it('is no different to one that reads the revised text', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '360家' })
    expect(await first(publicId)).toMatchObject({ madeOn: null, quote: '360家' })
  })

  it('is an orphan where its passage is gone, listed under the measure and never lost', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '300家' })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { body } = (await first(publicId)) ?? {}
    expect((await measure()).orphans).toEqual({
      items: [{ publicId, clauseKey: '1.1.2', madeOn: 1, text: target, quote: '300家', body }],
      hasMore: false,
    })
    expect((await first(publicId))?.madeOn?.isOrphan).toBe(true)
  })

  it('is an orphan where its clause is gone: still in the thread, still answered, still found', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.3' })
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: '推动“小升规”。', isOrphan: true })
    expect((await thread('?clause=1.1.3')).map((each) => each.publicId)).toEqual([publicId])
    const reply = await makeComment(app, { parentId: publicId })
    const context = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(context.replies.map((each) => each.publicId)).toEqual([reply.publicId])
    expect([context.clause?.text, context.clauseNow]).toEqual(['推动“小升规”。', null])
  })

  it('has its place again when a later revision brings the passage back', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '300家' })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业300家以上。' }])
    expect((await measure()).orphans.items).toEqual([])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: target, isOrphan: false })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: target }])
    expect((await first(publicId))?.madeOn).toBeNull()
  })

  it('is no public orphan while it waits to be read', async () => {
    await makeComment(app, { clause: '1.1.3', state: 'pending' })
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    expect((await measure()).orphans.items).toEqual([])
  })
})

describe('a comment that was being written while a revision was published', () => {
  const form = { body: '建议写明认定口径。', stance: 'suggest', kind: 'individual', publish: 'yes' }
  const orphansAtDesk = async () =>
    bodyOf<OrphanPage>(await app.get('/api/staff/orphans?measure=1.1', { as: await signInAs(app, 'staff') }))
  const sent = async (change: Parameters<typeof send>[0]) =>
    bodyOf<CommentReceipt>(await send(change)).then(({ publicId }) => publicId)
  const stored = (publicId: string) =>
    app.rows(sql`SELECT plan_revision, orphaned_in FROM comments WHERE public_id = ${publicId}`)

  it('is kept as made on the revision that its author read', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { publicId } = await makeComment(app, { clause: '1.1.2', planRevision: 1 })
    const [comment] = await thread()
    expect(comment).toMatchObject({ publicId, madeOn: { revision: 1, text: target, isOrphan: false } })
    const quoted = await sent({ clause: '1.1.2', quote: '300家', planRevision: 1 })
    expect(await stored(quoted)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
    const { fields } = await errorOf(await send({ clause: '1.1.2', quote: '360家', planRevision: 1 }))
    expect(Object.keys(fields ?? {})).toEqual(['quote'])
  })

  it('is an orphan at once where its clause or its passage is gone, and no longer where it came back', async () => {
    await makeRevision(app, [
      { act: 'remove', clause: '1.1.3' },
      { act: 'amend', clause: '1.1.2', text: '培育360家。' },
    ])
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育300家以上。' }])
    const gone = await sent({ clause: '1.1.3', planRevision: 1 })
    expect(await stored(gone)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
    expect((await orphansAtDesk()).items).toMatchObject([{ publicId: gone, madeOn: 1, orphanedIn: 2 }])
    const back = await sent({ clause: '1.1.2', quote: '300家', planRevision: 1 })
    expect(await stored(back)).toEqual([{ plan_revision: 1, orphaned_in: null }])
    expect((await errorOf(await send({ clause: '1.1.3', planRevision: 2 }))).code).toBe('invalid_input')
  })

  it('is an orphan even if the revision came between the look at its place and the writing', async () => {
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }])
    const context = beforeBatch(app.context(), 3, () => publishDraft(app))
    const { publicId } = await submitComment(context, '1.1', newComment({ clause: '1.1.3' }), null)
    expect(await stored(publicId)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
  })

  it('names no revision that is not there', async () => {
    const { fields } = await errorOf(await send({ planRevision: 2 }))
    expect(fields).toEqual({ planRevision: '没有这一版的文字。' })
    for (const planRevision of [0, 1.5, '1' as never]) expect((await send({ planRevision })).status).toBe(422)
  })

  it('goes on with the text that it was begun with, from the form to the preview and back', async () => {
    const shown = 'name="planRevision" value="1"'
    expect(await (await app.get('/measures/1.1/comment')).text()).toContain(shown)
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    const held = { ...form, clause: '1.1.3', planRevision: '1' }
    const preview = await (await app.submit('/measures/1.1/comment', { ...held, step: 'preview' })).text()
    expect(preview).toContain(shown)
    expect(preview).toContain('推动“小升规”。')
    const again = await (await app.submit('/measures/1.1/comment', { ...held, step: 'edit' })).text()
    expect(again).toContain(shown)
    expect(again).toContain(words.zh.revisions.reading(1, 2))
    expect(await (await app.get('/measures/1.1/comment')).text()).toContain('name="planRevision" value="2"')
    const unknown = await app.submit('/measures/1.1/comment', { ...held, planRevision: '9', step: 'preview' })
    expect(unknown.status).toBe(422)
  })

  it('is stamped, where the form did not say, with what its preview showed', async () => {
    const first = await (await app.submit('/measures/1.1/comment', { ...form, step: 'preview' })).text()
    expect(first).toContain('name="planRevision" value="1"')
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
