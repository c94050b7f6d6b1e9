import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseCount } from '../../worker/contract/dispositions'
import type { ResponseList, ResponseOfView, ResponseView, WrittenView } from '../../worker/contract/responses'
import { linkComments } from '../../worker/services/responses/link-comments'
import { reviewResponse } from '../../worker/services/responses/review-response'
import { writeResponse } from '../../worker/services/responses/write-response'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse, makeStandardText, takeTo } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, type TestUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const path = '/api/staff/responses'
const people = {} as Record<'clerk' | 'colleague' | 'head' | 'stranger' | 'admin', TestUser>
const cookies = {} as Record<keyof typeof people, string>
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  people.clerk = await makeUser(app, 'staff', '李颖')
  people.colleague = await makeUser(app, 'staff', '吴昊')
  people.head = await makeUser(app, 'staff', '郑岚')
  people.stranger = await makeUser(app, 'staff', '何立')
  people.admin = await makeUser(app, 'admin', '周宁')
  for (const name of Object.keys(people) as (keyof typeof people)[])
    cookies[name] = await signIn(app, people[name])
  const members = [people.clerk.actor.id, people.colleague.actor.id]
  await makeUnit(app, { name: '企业处', leads: ['1.1'], members, heads: [people.head.actor.id] })
  await makeUnit(app, { leads: ['1.2'], members: [people.stranger.actor.id] })
})

beforeEach(async () => {
  publicId = (await makeComment(app)).publicId
})

const text = '已采纳，将写入实施方案。'
type Who = keyof typeof people
const post = (to: string, body: object, who: Who = 'clerk') =>
  app.post(`${path}${to}`, body, { as: cookies[who] })
const write = (publicIds = [publicId], who: Who = 'clerk') =>
  post('', { on: { of: 'comments', publicIds }, text }, who)
const written = async (...given: Parameters<typeof write>) =>
  (await bodyOf<WrittenView>(await write(...given))).response
const read = async (id: number, who: Who = 'clerk') =>
  bodyOf<ResponseView>(await app.get(`${path}/${id}`, { as: cookies[who] }))
const stepsOf = ({ steps }: ResponseView) => steps.map(({ act, version, by }) => `${act} ${version} ${by}`)
const codeOf = async (answer: Response) => (await errorOf(answer)).code

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
    const of = `${path}/of/${publicId}`
    const found = await bodyOf<ResponseOfView>(await app.get(of, { as: cookies.clerk }))
    expect(found).toMatchObject({ isMine: true, isAdmissible: true, measureKey: '1.1' })
    expect(found.response?.id).toBe(response.id)
    expect(found.response?.served.map((each) => each.publicId)).toEqual([publicId])
    expect(await auditOf(app, String(response.id))).toMatchObject([
      { action: 'response.written', data: { version: 1, comments: [publicId] } },
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
      on: { of: 'comments', publicIds: [publicId] },
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
    const link = { version: 1, link: [publicId] }
    expect(await codeOf(await post(`/${response.id}/comments`, link))).toBe('response_step_refused')
  })
})

describe('an answer to many', () => {
  it('serves those that have none, and says why not the others', async () => {
    const other = (await makeComment(app)).publicId
    const theirs = (await makeComment(app, { measure: '1.2' })).publicId
    await written([other])
    const view = await bodyOf<WrittenView>(await write([publicId, other, theirs, 'T001-0000-0000']))
    expect(view.response.served.map((each) => each.publicId)).toEqual([publicId])
    expect(view.refused.map((each) => each.code)).toEqual(['already_answered', 'forbidden', 'not_found'])
    expect(await codeOf(await write([other]))).toBe('already_answered')
    expect(await codeOf(await write([other, theirs]))).toBe('invalid_input')
  })

  it('is not begun for a comment that is no longer accepted', async () => {
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${publicId}`)
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
    const view = await bodyOf<ResponseView>(await link({ link: [other], unlink: [publicId] }))
    expect(view.served.map((each) => each.publicId)).toEqual([other])
    expect((await written()).served.map((each) => each.publicId)).toEqual([publicId])
    expect(await codeOf(await link({ link: [publicId] }))).toBe('already_answered')
    const [, entry] = await auditOf(app, String(id))
    expect(entry).toMatchObject({
      action: 'response.linked',
      data: { linked: [other], unlinked: [publicId] },
    })
    expect(view.linkVersion).toBe(1)
    await post(`/${id}/review`, { version: 1, linkVersion: 1 }, 'colleague')
    expect(await codeOf(await link({ unlink: [other] }))).toBe('response_step_refused')
  })

  it('keeps a comment beside which it is public', async () => {
    const { id } = await takeTo(app, await written(), 'published')
    await post(`/${id}/versions`, { version: 1, text: '第二版。' })
    expect(await codeOf(await post(`/${id}/comments`, { version: 2, unlink: [publicId] }))).toBe(
      'already_answered',
    )
    expect((await read(id)).comments).toBe(1)
  })
})

describe('what is refused', () => {
  it('is reviewing or approving one’s own', async () => {
    const { id } = await written([publicId], 'head')
    expect(await codeOf(await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'head'))).toBe(
      'colleague_required',
    )
    await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague')
    expect(await codeOf(await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, 'head'))).toBe(
      'colleague_required',
    )
  })

  it('is reviewing what one wrote in part, whoever wrote the last of it', async () => {
    const { id } = await written()
    await post(`/${id}/versions`, { version: 1, text: `${text}。` }, 'colleague')
    for (const who of ['clerk', 'colleague'] as const)
      expect(await codeOf(await post(`/${id}/review`, { version: 2, linkVersion: 0 }, who))).toBe(
        'colleague_required',
      )
    await takeTo(app, { id, version: 2, linkVersion: 0 }, 'published')
    await post(`/${id}/versions`, { version: 2, text: '补充说明。' }, 'colleague')
    expect((await post(`/${id}/review`, { version: 3, linkVersion: 0 })).status).toBe(200)
  })

  it('is reviewing or sending back another unit’s answer', async () => {
    const { id } = await written()
    const stranger = async (act: string, body: object) =>
      codeOf(await post(`/${id}/${act}`, { version: 1, ...body }, 'stranger'))
    expect(await stranger('review', { linkVersion: 0 })).toBe('forbidden')
    await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague')
    expect(await stranger('send-back', { note: '再改' })).toBe('forbidden')
    expect((await read(id, 'stranger')).mayTake).toEqual([])
  })

  it('is confirming an answer to other comments than were seen with it', async () => {
    const { id } = await written()
    const link = [(await makeComment(app)).publicId]
    await post(`/${id}/comments`, { version: 1, link })
    const { code, message } = await errorOf(
      await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague'),
    )
    expect(code).toBe('response_changed')
    expect(message).toContain('增减')
    expect((await read(id)).state).toBe('draft')
    expect((await post(`/${id}/review`, { version: 1, linkVersion: 1 }, 'colleague')).status).toBe(200)
    expect(await codeOf(await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, 'head'))).toBe(
      'response_changed',
    )
    expect((await post(`/${id}/approve`, { version: 1, linkVersion: 1 }, 'head')).status).toBe(200)
  })

  it('is approving without being the head of that unit', async () => {
    const { id } = await written()
    await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague')
    for (const who of ['colleague', 'stranger'] as const)
      expect(await codeOf(await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, who))).toBe(
        'head_required',
      )
    expect((await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, 'admin')).status).toBe(200)
    const back = { version: 1, note: '再改' }
    expect(await codeOf(await post(`/${id}/send-back`, back, 'colleague'))).toBe('head_required')
  })

  it('is a step that its state does not allow', async () => {
    const { id } = await written()
    expect(await codeOf(await post(`/${id}/approve`, { version: 1, linkVersion: 0 }, 'admin'))).toBe(
      'response_step_refused',
    )
    await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'colleague')
    expect(await codeOf(await post(`/${id}/versions`, { version: 1, text }))).toBe('response_step_refused')
    expect(await codeOf(await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'head'))).toBe(
      'response_step_refused',
    )
  })

  it('is writing on another unit’s answer', async () => {
    const { id } = await written()
    expect(await codeOf(await post(`/${id}/versions`, { version: 1, text }, 'stranger'))).toBe('forbidden')
    expect(await codeOf(await write([(await makeComment(app)).publicId], 'stranger'))).toBe('forbidden')
  })

  it('is a step on a version that is no longer the last: it tells who was faster, and changes nothing', async () => {
    const { id } = await written()
    await post(`/${id}/versions`, { version: 1, text: '第二版。' }, 'colleague')
    const before = await countRows(app)
    const answer = await post(`/${id}/versions`, { version: 1, text: '我的第二版。' })
    const { code, message } = await errorOf(answer)
    expect(code).toBe('response_changed')
    expect(message).toContain('吴昊')
    expect(await codeOf(await post(`/${id}/review`, { version: 1, linkVersion: 0 }, 'head'))).toBe(
      'response_changed',
    )
    expect(await codeOf(await post(`/${id}/comments`, { version: 1, unlink: [publicId] }))).toBe(
      'response_changed',
    )
    expect(await countRows(app)).toEqual(before)
  })

  it('is an answer that does not exist', async () => {
    expect(await codeOf(await post('/9999/review', { version: 1, linkVersion: 0 }))).toBe('not_found')
    expect(await codeOf(await app.get(`${path}/9999`, { as: cookies.clerk }))).toBe('not_found')
    const { publicId: pending } = await makeComment(app, { state: 'pending' })
    expect(await codeOf(await app.get(`${path}/of/${pending}`, { as: cookies.clerk }))).toBe('not_found')
  })
})

describe('two at the same moment', () => {
  const settle = async (acts: Promise<unknown>[]) => {
    const results = await Promise.allSettled(acts)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    return results.find((result) => result.status === 'rejected')?.reason as { code: string }
  }

  it('review once', async () => {
    const { id } = await written()
    const by = (user: TestUser) => reviewResponse(app.context(user.actor), id, { version: 1, linkVersion: 0 })
    const lost = await settle([by(people.colleague), by(people.head)])
    expect(['response_changed', 'response_step_refused']).toContain(lost.code)
    expect((await read(id)).steps).toHaveLength(2)
    expect(await actionsOn(app, String(id))).toEqual(['response.written', 'response.reviewed'])
  })

  it('begin one answer to a comment, and leave no empty one behind', async () => {
    const before = (await countRows(app)).responses ?? 0
    const on = { of: 'comments' as const, publicIds: [publicId] }
    const by = (user: TestUser) => writeResponse(app.context(user.actor), { on, text })
    expect((await settle([by(people.clerk), by(people.colleague)])).code).toBe('already_answered')
    expect((await countRows(app)).responses).toBe(before + 1)
  })

  it('take a comment up into one answer', async () => {
    const [one, two] = [await written(), await makeResponse(app, { by: people.clerk.actor })]
    const wanted = (await makeComment(app)).publicId
    const into = ({ id }: ResponseView) =>
      linkComments(app.context(people.clerk.actor), id, { version: 1, link: [wanted] })
    expect((await settle([into(one), into(two)])).code).toBe('already_answered')
    const counts = [(await read(one.id)).comments, (await read(two.id)).comments]
    expect(counts.sort()).toEqual([1, 2])
  })
})

describe('the list', () => {
  it('has what a filter asks for, newest first, page by page, with counts of every state', async () => {
    await makeConsultation(app)
    const list = async (query: string) =>
      bodyOf<ResponseList>(await app.get(`${path}?${query}`, { as: cookies.admin }))
    const made = [
      await makeResponse(app),
      await makeResponse(app, { state: 'reviewed' }),
      await makeResponse(app, { on: { of: 'measure', key: '1.2' }, state: 'published' }),
    ].map(({ id }) => id)
    const first = await list('limit=2')
    expect(first.items.map(({ id }) => id)).toEqual([made[2], made[1]])
    expect(first.counts).toEqual({ draft: 1, reviewed: 1, approved: 0, published: 1 })
    const second = await list(`limit=2&after=${first.next}`)
    expect(second.items.map(({ id }) => id)).toEqual([made[0]])
    expect(second.next).toBeNull()
    expect((await list('state=reviewed')).items.map(({ id }) => id)).toEqual([made[1]])
    const ofMeasure = await list('measure=1.2')
    expect(ofMeasure.items.map(({ id }) => id)).toEqual([made[2]])
    expect(ofMeasure.counts.draft).toBe(0)
    expect((await list('unit=no_such_unit')).items).toEqual([])
    const key = await makeUnit(app, { leads: ['2.1'] })
    const { actor: by } = await makeUser(app, 'admin')
    const ofUnit = await makeResponse(app, { on: { of: 'measure', key: '2.1' }, by })
    expect((await list(`unit=${key}`)).items.map(({ id }) => id)).toEqual([ofUnit.id])
    expect((await list('state=draft')).items[0]?.mayTake).toEqual(['write', 'review', 'send_back'])
  })
})
