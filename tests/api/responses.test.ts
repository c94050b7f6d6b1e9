import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CaseCount } from '../../worker/contract/dispositions'
import type { ResponseOfView, ResponseView, WrittenView } from '../../worker/contract/responses'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeStandardText, takeTo } from '../support/make-response'
import { codeOf, path, startResponseDesk, text, type Who } from '../support/response-desk'

const { app, cookies, waiting, post, write, written, read } = await startResponseDesk()

const stepsOf = ({ steps }: ResponseView) => steps.map(({ act, version, by }) => `${act} ${version} ${by}`)

describe('an answer', () => {
  it('is written for a comment by its unit, and found there', async () => {
    const response = await written()
    expect(response).toMatchObject({
      state: 'draft',
      version: 1,
      publishedVersion: null,
      isForMeasure: false,
      text,
      by: '李颖',
      comments: 1,
      unit: { name: '企业处' },
      measure: { key: '1.1' },
    })
    const of = `${path}/of/${waiting.publicId}`
    const found = await bodyOf<ResponseOfView>(await app.get(of, { as: cookies.clerk }))
    expect(found).toMatchObject({ isMine: true, isAdmissible: true, measureKey: '1.1' })
    expect(found.response?.id).toBe(response.id)
    expect(found.response?.served.map((each) => each.publicId)).toEqual([waiting.publicId])
    expect(await auditOf(app, String(response.id))).toMatchObject([
      { action: 'response.written', data: { version: 1, comments: [waiting.publicId] } },
    ])
  })

  it('goes from hand to hand until it is public, with every step on record', async () => {
    const { id } = await written()
    await post(`/${id}/review`, { version: 1, linkVersion: 0, note: '无误。' }, 'colleague')
    await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, 'head')
    expect((await read(id)).state).toBe('approved')
    const release = { responses: [{ id, version: 1 }], note: '第一批' }
    await app.post('/api/staff/response-releases', release, { as: cookies.head })
    const view = await read(id)
    expect(view).toMatchObject({ state: 'published', publishedVersion: 1 })
    expect(stepsOf(view)).toEqual(['write 1 李颖', 'review 1 吴昊', 'approve 1 郑岚', 'publish 1 郑岚'])
    expect(view.steps[3]?.note).toBe('第一批')
    expect(view.served[0]?.isAnswered).toBe(true)
    expect(await actionsOn(app, String(id))).toEqual([
      'response.written',
      'response.reviewed',
      'response.approved',
      'response.published',
    ])
  })

  it('gets another version while the public one stays', async () => {
    const { id } = await takeTo(app, await written(), 'published')
    const changed = { version: 1, text: '补充：办法已经印发。' }
    const view = await bodyOf<ResponseView>(await post(`/${id}/versions`, changed, 'colleague'))
    expect(view).toMatchObject({ state: 'draft', version: 2, publishedVersion: 1, by: '吴昊' })
    expect(view.versions.map((each) => each.text)).toEqual([changed.text, text])
    expect(await takeTo(app, view, 'published')).toMatchObject({ publishedVersion: 2, state: 'published' })
  })

  it('is sent back with the reason, and written anew', async () => {
    const { id } = await written()
    await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague')
    expect(await codeOf(await post(`/${id}/send-back`, { version: 1, note: ' ' }, 'head'))).toBe(
      'invalid_input',
    )
    const back = await post(`/${id}/send-back`, { version: 1, note: '请写明时限。' }, 'head')
    expect((await bodyOf<ResponseView>(back)).state).toBe('draft')
    const again = await post(`/${id}/versions`, { version: 1, text: '年内完成。' })
    const view = await bodyOf<ResponseView>(again)
    expect(stepsOf(view)).toEqual(['write 1 李颖', 'review 1 吴昊', 'send_back 1 郑岚', 'write 2 李颖'])
    expect(view.steps[2]?.note).toBe('请写明时限。')
  })

  it('names the standard text that it began with', async () => {
    const standard = await makeStandardText(app)
    const body = {
      on: { of: 'comments', publicIds: [waiting.publicId] },
      text,
      standardText: { id: standard.id, version: 1 },
    }
    const { response } = await bodyOf<WrittenView>(await post('', body))
    expect(response.versions[0]?.standardText).toEqual({ id: standard.id, version: 1, title: standard.title })
    const unknown = { ...body, standardText: { id: 9999, version: 1 } }
    expect(Object.keys((await errorOf(await post('', unknown))).fields ?? {})).toEqual(['standardText'])
    const next = { version: 1, text, standardText: { id: 9999, version: 1 } }
    expect(await codeOf(await post(`/${response.id}/versions`, next))).toBe('invalid_input')
  })
})

describe('an answer to a measure', () => {
  it('is one for the measure, by its unit', async () => {
    const on = { of: 'measure', key: '1.1' }
    expect(await codeOf(await post('', { on, text }, 'stranger'))).toBe('forbidden')
    const { response } = await bodyOf<WrittenView>(await post('', { on, text }))
    expect(response).toMatchObject({ isForMeasure: true, comments: 0, unit: { name: '企业处' } })
    expect(await codeOf(await post('', { on, text }))).toBe('already_answered')
    expect(await codeOf(await post('', { on: { of: 'measure', key: '9.9' }, text }))).toBe('not_found')
    const link = { version: 1, link: [waiting.publicId] }
    expect(await codeOf(await post(`/${response.id}/comments`, link))).toBe('response_step_refused')
  })
})

describe('an answer to many', () => {
  it('serves those that have none, and says why not the others', async () => {
    const other = (await makeComment(app)).publicId
    const theirs = (await makeComment(app, { measure: '1.2' })).publicId
    await written([other])
    const view = await bodyOf<WrittenView>(await write([waiting.publicId, other, theirs, 'T001-0000-0000']))
    expect(view.response.served.map((each) => each.publicId)).toEqual([waiting.publicId])
    expect(view.refused.map((each) => each.code)).toEqual(['already_answered', 'forbidden', 'not_found'])
    expect(await codeOf(await write([other]))).toBe('already_answered')
    expect(await codeOf(await write([other, theirs]))).toBe('invalid_input')
  })

  it('is not begun for a comment that is no longer accepted', async () => {
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${waiting.publicId}`)
    expect(await codeOf(await write())).toBe('case_closed')
  })

  it('is counted first, without those that have an answer', async () => {
    const body = '请为初创企业设置两年的过渡期，让达不到标准的小微企业有时间补齐检测设备和管理体系。'
    const ids = []
    for (const end of ['甲', '乙', '丙']) ids.push((await makeComment(app, { body: body + end })).publicId)
    await written([ids[1] ?? ''])
    const selection = { of: 'group', publicId: ids[0] }
    const count = await bodyOf<CaseCount>(await post('/comments/count', { selection }))
    expect(count).toMatchObject({ count: 2, done: 1 })
    expect(count.cases.map((each) => each.publicId)).toEqual([ids[0], ids[2]])
  })

  it('takes comments up and lets them go while it is a draft', async () => {
    const { id } = await written()
    const other = (await makeComment(app)).publicId
    const link = (change: object, who: Who = 'clerk') =>
      post(`/${id}/comments`, { version: 1, ...change }, who)
    expect(await codeOf(await link({}))).toBe('invalid_input')
    expect(await codeOf(await link({ link: [other] }, 'stranger'))).toBe('forbidden')
    const view = await bodyOf<ResponseView>(await link({ link: [other], unlink: [waiting.publicId] }))
    expect(view.served.map((each) => each.publicId)).toEqual([other])
    expect((await written()).served.map((each) => each.publicId)).toEqual([waiting.publicId])
    expect(await codeOf(await link({ link: [waiting.publicId] }))).toBe('already_answered')
    const [, entry] = await auditOf(app, String(id))
    expect(entry).toMatchObject({
      action: 'response.linked',
      data: { linked: [other], unlinked: [waiting.publicId] },
    })
    expect(view.linkVersion).toBe(1)
    await post(`/${id}/review`, { version: 1, linkVersion: 1 }, 'colleague')
    expect(await codeOf(await link({ unlink: [other] }))).toBe('response_step_refused')
  })

  it('keeps a comment beside which it is public', async () => {
    const { id } = await takeTo(app, await written(), 'published')
    await post(`/${id}/versions`, { version: 1, text: '第二版。' })
    expect(await codeOf(await post(`/${id}/comments`, { version: 2, unlink: [waiting.publicId] }))).toBe(
      'already_answered',
    )
    expect((await read(id)).comments).toBe(1)
  })
})
