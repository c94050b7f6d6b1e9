import { describe, expect, it } from 'vitest'
import type { ResponseView } from '../../worker/contract/responses'
import { linkComments } from '../../worker/services/responses/link-comments'
import { reviewResponse } from '../../worker/services/responses/review-response'
import { writeResponse } from '../../worker/services/responses/write-response'
import { errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeResponse, takeTo } from '../support/make-response'
import type { TestUser } from '../support/make-user'
import { codeOf, path, startResponseDesk, text } from '../support/response-desk'
import { countRows } from '../support/test-app'

const { app, people, cookies, waiting, post, write, written, read } = await startResponseDesk()

describe('what is refused', () => {
  it('is reviewing or approving one’s own', async () => {
    const { id } = await written([waiting.publicId], 'head')
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
    expect(await codeOf(await post(`/${id}/comments`, { version: 1, unlink: [waiting.publicId] }))).toBe(
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
    const on = { of: 'comments' as const, publicIds: [waiting.publicId] }
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
