import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RevisionsOverview, RevisionsView } from '../../worker/contract/revisions'
import { bodyOf, errorOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { disposeRow, makeDraft, publishDraft, seenNow } from '../support/make-revision'
import { raised, startRevisionDesk } from '../support/revision-desk'

const { app, desk, change, measure, clause, overview, changeId } = await startRevisionDesk()

const start = () => app.post('/api/staff/revisions', { note: '' }, { as: desk.staff })

describe('a draft', () => {
  it('is the next revision, and there is one at a time', async () => {
    const { draft, published } = await bodyOf<RevisionsOverview>(await start())
    expect(published).toBe(1)
    expect(draft).toMatchObject({ number: 2, counts: { amend: 0, add: 0, remove: 0 } })
    expect((await errorOf(await start())).code).toBe('draft_exists')
  })

  it('must have been started before anything is changed', async () => {
    const answer = await change({ act: 'add', measure: '1.1', text: '新增一句。' })
    expect((await errorOf(answer)).code).toBe('draft_missing')
  })

  it('is nothing that the public sees', async () => {
    const before = await (await app.get('/api/measures/1.1')).json()
    await makeDraft(app, [
      { act: 'amend', clause: '1.1.2', text: raised },
      { act: 'add', measure: '1.1', text: '每年公布名单。' },
      { act: 'remove', clause: '1.1.3' },
    ])
    expect(await (await app.get('/api/measures/1.1')).json()).toEqual(before)
    const { items } = await bodyOf<RevisionsView>(await app.get('/api/revisions'))
    expect(items).toEqual([])
  })
})

describe('changing a clause', () => {
  beforeEach(() => makeDraft(app, [], desk.me))

  it('keeps the text as typed, half-width and full-width alike', async () => {
    const text = '力争新培育“专精特新”中小企业 360 家(含 5G 企业)，不少于１０家。'
    await bodyOf(await change({ act: 'amend', clause: '1.1.2', text }))
    expect(await clause('1.1.2')).toMatchObject({
      before: '力争新培育专精特新中小企业300家。',
      text,
      change: { kind: 'amend', changedBy: '李工', isNamed: false },
    })
  })

  it('refuses an empty text, one too long and one that is the published text', async () => {
    const fields = async (text: string) =>
      (await errorOf(await change({ act: 'amend', clause: '1.1.2', text }))).fields
    expect(await fields('  ')).toEqual({ text: '请填写此项。' })
    expect(await fields('长'.repeat(1001))).toEqual({ text: '内容超过了字数上限。' })
    expect(await fields('力争新培育专精特新中小企业300家。')).toEqual({ text: '文字没有变化。' })
  })

  it('adds behind the last clause of the measure', async () => {
    await bodyOf(await change({ act: 'add', measure: '1.1', text: '每年公布名单。' }))
    const { clauses } = await measure()
    expect(clauses.at(-1)).toMatchObject({
      key: '1.1.4',
      before: null,
      text: '每年公布名单。',
      change: { kind: 'add' },
    })
  })

  it('takes an addition back without a trace in the text', async () => {
    await change({ act: 'add', measure: '1.1', text: '每年公布名单。' })
    await bodyOf(await change({ act: 'take_back', clause: '1.1.4' }))
    expect((await measure()).clauses.map(({ key }) => key)).toEqual(['1.1.1', '1.1.2', '1.1.3'])
    await change({ act: 'add', measure: '1.1', text: '另一句。' })
    expect(await clause('1.1.4')).toMatchObject({ text: '另一句。' })
  })

  it('removes, and brings back', async () => {
    await bodyOf(await change({ act: 'remove', clause: '1.1.3' }))
    expect(await clause('1.1.3')).toMatchObject({ text: null, change: { kind: 'remove' } })
    await bodyOf(await change({ act: 'take_back', clause: '1.1.3' }))
    expect(await clause('1.1.3')).toMatchObject({ text: '推动“小升规”。', change: null })
  })

  it('keeps the id of a change whatever becomes of it', async () => {
    await change({ act: 'amend', clause: '1.1.2', text: raised })
    const id = await changeId('1.1.2')
    await change({ act: 'remove', clause: '1.1.2' })
    expect(await changeId('1.1.2')).toBe(id)
  })

  it('refuses what was decided on another state than there is', async () => {
    const stale = await seenNow(app, desk.me, { act: 'amend', clause: '1.1.2', text: '甲。' })
    await change({ act: 'amend', clause: '1.1.2', text: raised })
    const answer = await app.post('/api/staff/revision-draft/changes', stale, { as: desk.staff })
    expect((await errorOf(answer)).code).toBe('draft_changed')
    expect((await clause('1.1.2'))?.text).toBe(raised)
  })

  it('knows an amendment of the same moment for another state', async () => {
    await change({ act: 'amend', clause: '1.1.2', text: raised })
    const stale = await seenNow(app, desk.me, { act: 'take_back', clause: '1.1.2' })
    await change({ act: 'amend', clause: '1.1.2', text: '又改。' })
    const answer = await app.post('/api/staff/revision-draft/changes', stale, { as: desk.staff })
    expect((await errorOf(answer)).code).toBe('draft_changed')
  })

  it('knows no clause that is not there', async () => {
    expect((await change({ act: 'remove', clause: '1.1.9' })).status).toBe(404)
    expect((await change({ act: 'add', measure: '9.9', text: '新增。' })).status).toBe(404)
  })

  it('is recorded with its place, never with its words', async () => {
    await change({ act: 'amend', clause: '1.1.2', text: raised })
    const rows = await app.rows<{ data: string }>(
      sql`SELECT data FROM audit_log WHERE action = 'plan.clause_changed' ORDER BY id DESC LIMIT 1`,
    )
    expect(JSON.parse(rows[0]?.data ?? '')).toEqual({ place: '1.1.2', act: 'amend' })
  })
})

describe('a change that a disposition names', () => {
  beforeEach(() => makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: raised }], desk.me))

  it('is not taken back while the disposition is in force', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2' })
    await disposeRow(app, publicId, 'adopted', [await changeId('1.1.2')])
    expect((await errorOf(await change({ act: 'take_back', clause: '1.1.2' }))).code).toBe('change_in_use')
    expect((await clause('1.1.2'))?.change?.isNamed).toBe(true)
  })

  it('is taken back once another disposition has come, and can then be made anew', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2' })
    await disposeRow(app, publicId, 'adopted', [await changeId('1.1.2')])
    await disposeRow(app, publicId, 'not_adopted')
    await bodyOf(await change({ act: 'take_back', clause: '1.1.2' }))
    expect(await clause('1.1.2')).toMatchObject({ text: '力争新培育专精特新中小企业300家。', change: null })
    const { draft } = await overview()
    expect(draft?.counts.amend).toBe(0)
    await bodyOf(await change({ act: 'amend', clause: '1.1.2', text: raised }))
    expect((await clause('1.1.2'))?.text).toBe(raised)
  })

  it('is taken back once the comment is no longer accepted', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2' })
    await disposeRow(app, publicId, 'adopted', [await changeId('1.1.2')])
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${publicId}`)
    await bodyOf(await change({ act: 'take_back', clause: '1.1.2' }))
    expect(await clause('1.1.2')).toMatchObject({ change: null })
  })

  it('is offered to dispositions, with its id', async () => {
    const list = async (query: string) =>
      bodyOf<{ items: unknown[] }>(await app.get(`/api/staff/clause-changes${query}`, { as: desk.staff }))
    const item = {
      id: await changeId('1.1.2'),
      revision: 2,
      clauseKey: '1.1.2',
      kind: 'amend',
      text: raised,
      isPublished: false,
    }
    expect((await list('?measure=1.1')).items).toEqual([item])
    expect((await list('?measure=2.1')).items).toEqual([])
    await publishDraft(app)
    expect((await list('')).items).toEqual([{ ...item, isPublished: true }])
  })

  it('stands beside the opinions that ask for it', async () => {
    const asking = await makeComment(app, { clause: '1.1.2', quote: '300家' })
    const other = await makeComment(app, { clause: '1.1.2' })
    const whole = await makeComment(app)
    await disposeRow(app, asking.publicId, 'adopted', [await changeId('1.1.2')])
    await disposeRow(app, other.publicId, 'not_adopted')
    await disposeRow(app, whole.publicId, 'partly')
    const { clauses, opinions } = await measure()
    expect(clauses[1]?.opinions).toMatchObject([
      {
        publicId: asking.publicId,
        quote: '300家',
        disposition: 'adopted',
        changes: [await changeId('1.1.2')],
      },
    ])
    expect(opinions.map(({ publicId }) => publicId)).toEqual([whole.publicId])
    expect((await overview()).measures[0]).toMatchObject({ key: '1.1', changes: 1, asking: 2 })
  })
})
