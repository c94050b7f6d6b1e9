import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../worker/contract/casework'
import type { MentionList, NoteView } from '../../worker/contract/notes'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { makeCase } from '../support/make-case'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeDisabled } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const me = await makeUser(app, 'staff', '李颖')
const colleague = await makeUser(app, 'staff', '郑岚')
const third = await makeUser(app, 'admin', '周宁')
let as = ''
let asColleague = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signIn(app, me)
  asColleague = await signIn(app, colleague)
})

const write = (body: object, cookie = as) => app.post('/api/staff/notes', body, { as: cookie })
const note = async (body: object, cookie?: string) => bodyOf<NoteView>(await write(body, cookie))
const mentions = async (cookie: string, query = '') =>
  bodyOf<MentionList>(await app.get(`/api/staff/mentions${query}`, { as: cookie }))
const open = async (publicId: string, cookie = as) =>
  bodyOf<CaseView>(await app.get(`/api/staff/cases/${publicId}`, { as: cookie }))
const read = async (notes: number[], cookie: string) =>
  bodyOf<{ unread: number }>(await app.post('/api/staff/mentions/read', { notes }, { as: cookie }))

describe('a note', () => {
  it('stands beside its case, and one on the measure beside every case of it', async () => {
    const [here, there] = [await makeCase(app), await makeCase(app)]
    const elsewhere = await makeCase(app, { measure: '2.1' })
    const own = await note({ comment: here, text: '  口径以上年为准。 ' })
    const shared = await note({ measure: '1.1', text: '这项措施由两处会办。' }, asColleague)
    expect(own).toMatchObject({
      publicId: here,
      measureKey: '1.1',
      text: '口径以上年为准。',
      by: '李颖',
      isMine: true,
    })
    expect(shared).toMatchObject({ publicId: null, measureKey: '1.1', isMine: true })
    expect((await open(here)).notes).toMatchObject([
      { id: own.id },
      { id: shared.id, by: '郑岚', isMine: false },
    ])
    expect((await open(there)).notes).toMatchObject([{ id: shared.id }])
    expect((await open(elsewhere)).notes).toEqual([])
  })

  it('is recorded without its words', async () => {
    const publicId = await makeCase(app)
    await note({ comment: publicId, text: '内部的话。', mentions: [colleague.actor.id] })
    const [row] = await auditOf(app, publicId, 'note.written')
    expect(row).toMatchObject({ actorId: me.actor.id, subjectKind: 'comment', data: { mentions: 1 } })
    expect(JSON.stringify(row)).not.toContain('内部')
    await note({ measure: '1.2', text: '内部的话。' })
    expect(await auditOf(app, '1.2', 'note.written')).toHaveLength(1)
  })

  it('is nowhere public', async () => {
    const publicId = await makeCase(app)
    await note({ comment: publicId, text: '不宜公开的内部意见。' })
    for (const path of ['/measures/1.1', `/comments/${publicId}`, `/api/comments/${publicId}`])
      expect(await (await app.get(path)).text()).not.toContain('不宜公开的内部意见')
  })
})

describe('a mention', () => {
  it('waits for the one who is mentioned until read, and changes nothing for others', async () => {
    const publicId = await makeCase(app)
    const people = [colleague.actor.id, third.actor.id, colleague.actor.id]
    const { id } = await note({ comment: publicId, text: '请核一下。', mentions: people })
    const [seen] = (await mentions(asColleague)).items
    expect(seen).toMatchObject({
      id,
      publicId,
      isUnread: true,
      mentions: expect.arrayContaining([
        { name: '郑岚', isMe: true },
        { name: '周宁', isMe: false },
      ]),
    })
    expect(seen?.mentions).toHaveLength(2)
    const isUnread = async (cookie: string) =>
      (await open(publicId, cookie)).notes.find((each) => each.id === id)?.isUnread
    expect(await isUnread(asColleague)).toBe(true)
    expect(await isUnread(as)).toBe(false)
    const list = await app.get('/api/staff/cases?mentioned=1', { as: asColleague })
    expect((await bodyOf<{ items: { publicId: string }[] }>(list)).items).toContainEqual(
      expect.objectContaining({ publicId, noteCount: 1 }),
    )

    const before = (await mentions(asColleague)).items.length
    expect(await read([id], as)).toEqual({ unread: 0 })
    expect((await mentions(asColleague)).items).toHaveLength(before)
    expect(await read([id], asColleague)).toEqual({ unread: before - 1 })
    expect((await mentions(asColleague)).items.map((each) => each.id)).not.toContain(id)
    expect(await read([id, 999_999], asColleague)).toEqual({ unread: before - 1 })
  })

  it('on a measure is found too, newest first and page by page', async () => {
    const asThird = await signIn(app, third)
    await read(
      (await mentions(asThird)).items.map(({ id }) => id),
      asThird,
    )
    const made: number[] = []
    for (let i = 0; i < 22; i += 1)
      made.push((await note({ measure: '2.1', text: `第 ${i} 条。`, mentions: [third.actor.id] })).id)
    const first = await mentions(asThird)
    expect(first.items.map(({ id }) => id)).toEqual(made.slice(2).reverse())
    const second = await mentions(asThird, `?after=${first.next}`)
    expect(second.items.map(({ id }) => id)).toEqual(made.slice(0, 2).reverse())
    expect(second.next).toBeNull()
  })
})

describe('it is refused', () => {
  it('for colleagues who are no active members of staff, and nothing is written', async () => {
    const comment = await makeCase(app)
    const moderator = await makeUser(app, 'moderator')
    const disabled = await makeDisabled(app, 'staff')
    const before = await countRows(app)
    for (const id of [moderator.actor.id, disabled.actor.id, 'nobody']) {
      const answer = await write({ comment, text: '请看。', mentions: [colleague.actor.id, id] })
      expect(answer.status).toBe(422)
      expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(['mentions'])
    }
    expect(await countRows(app)).toEqual(before)
  })

  it('on what is no case and no measure, on both and on neither, and without a word', async () => {
    const comment = await makeCase(app)
    const { publicId } = await makeComment(app, { state: 'pending' })
    expect((await write({ comment: publicId, text: '请看。' })).status).toBe(404)
    expect((await write({ measure: '9.9', text: '请看。' })).status).toBe(404)
    for (const body of [
      { text: '请看。' },
      { comment, measure: '1.1', text: '请看。' },
      { comment, text: ' \n ' },
      { comment, text: '长'.repeat(2001) },
    ])
      expect((await write(body)).status).toBe(422)
  })
})
