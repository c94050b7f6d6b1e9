import { beforeEach } from 'vitest'
import type { ResponseView, WrittenView } from '../../worker/contract/responses'
import { bodyOf, errorOf } from './answers'
import { makeComment } from './make-comment'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { makeUnit } from './make-unit'
import { makeUser, signIn, type TestUser } from './make-user'
import { startTestApp } from './test-app'

export type Who = 'clerk' | 'colleague' | 'head' | 'stranger' | 'admin'
export const path = '/api/staff/responses'
export const text = '已采纳，将写入实施方案。'
export const codeOf = async (answer: Response) => (await errorOf(answer)).code

/** A unit that answers on 1.1, with its head, a stranger from the unit of 1.2, and an administrator. */
export async function startResponseDesk() {
  const app = await startTestApp()
  await makeConsultation(app)
  await makeReasons(app)
  const people: Record<Who, TestUser> = {
    clerk: await makeUser(app, 'staff', '李颖'),
    colleague: await makeUser(app, 'staff', '吴昊'),
    head: await makeUser(app, 'staff', '郑岚'),
    stranger: await makeUser(app, 'staff', '何立'),
    admin: await makeUser(app, 'admin', '周宁'),
  }
  const cookies = {} as Record<Who, string>
  for (const name of Object.keys(people) as Who[]) cookies[name] = await signIn(app, people[name])
  const members = [people.clerk.actor.id, people.colleague.actor.id]
  await makeUnit(app, { name: '企业处', leads: ['1.1'], members, heads: [people.head.actor.id] })
  await makeUnit(app, { leads: ['1.2'], members: [people.stranger.actor.id] })

  /** The comment of this test, to which there is no answer yet. */
  const waiting = { publicId: '' }
  beforeEach(async () => {
    waiting.publicId = (await makeComment(app)).publicId
  })

  const post = (to: string, body: object, who: Who = 'clerk') =>
    app.post(`${path}${to}`, body, { as: cookies[who] })
  const write = (publicIds = [waiting.publicId], who: Who = 'clerk') =>
    post('', { on: { of: 'comments', publicIds }, text }, who)
  const written = async (...given: Parameters<typeof write>) =>
    (await bodyOf<WrittenView>(await write(...given))).response
  const read = async (id: number, who: Who = 'clerk') =>
    bodyOf<ResponseView>(await app.get(`${path}/${id}`, { as: cookies[who] }))
  return { app, people, cookies, waiting, post, write, written, read }
}
