import { beforeAll, describe, expect, it } from 'vitest'
import type { StandardText, StandardTextView } from '../../worker/contract/standard-texts'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const path = '/api/staff/standard-texts'
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signIn(app, await makeUser(app, 'staff', '李颖'))
})

const add = async (title = '已体现') =>
  bodyOf<StandardTextView>(await app.post(path, { title, text: '您的意见已经体现。' }, { as }))
const reword = (id: number, version: number, text: string) =>
  app.post(`${path}/${id}/wording`, { version, title: '已体现', text }, { as })
const read = async (id: number) => bodyOf<StandardTextView>(await app.get(`${path}/${id}`, { as }))

describe('a standard text', () => {
  it('keeps every wording, with who and when', async () => {
    const { id } = await add()
    await reword(id, 1, '您的意见在第二条已经体现。')
    const view = await read(id)
    expect(view).toMatchObject({ version: 2, text: '您的意见在第二条已经体现。', isActive: true })
    expect(view.wordings.map(({ version, text, by }) => [version, text, by])).toEqual([
      [2, '您的意见在第二条已经体现。', '李颖'],
      [1, '您的意见已经体现。', '李颖'],
    ])
    expect(await actionsOn(app, String(id))).toEqual(['standard_text.added', 'standard_text.reworded'])
  })

  it('is not reworded over somebody else’s wording', async () => {
    const { id } = await add()
    await reword(id, 1, '第二版。')
    const before = await countRows(app)
    expect((await errorOf(await reword(id, 1, '我的第二版。'))).code).toBe('standard_text_changed')
    expect(await countRows(app)).toEqual(before)
    expect((await errorOf(await reword(9999, 1, '没有。'))).code).toBe('not_found')
  })

  it('knows where it is used, in which version of each', async () => {
    const { id } = await add('感谢')
    const standardText = { id, version: 1 }
    const [one, two] = [(await makeComment(app)).publicId, (await makeComment(app)).publicId]
    const dispose = {
      cases: [{ publicId: one, version: 0, revision: 1 }],
      disposition: 'already_covered',
      reason: '已体现。',
    }
    await app.post('/api/staff/dispositions', { ...dispose, standardText }, { as })
    const answer = { on: { of: 'comments', publicIds: [two] }, text: '感谢。', standardText }
    await app.post('/api/staff/responses', answer, { as })
    const view = await read(id)
    expect(view).toMatchObject({ responses: 1, dispositions: 1 })
    expect(view.usedInDispositions).toMatchObject([
      { publicId: one, dispositionVersion: 1, version: 1, disposition: 'already_covered' },
    ])
    expect(view.usedInResponses).toMatchObject([
      { responseVersion: 1, version: 1, measureKey: '1.1', state: 'draft' },
    ])
    const { items } = await bodyOf<{ items: StandardText[] }>(await app.get(path, { as }))
    expect(items.find((item) => item.id === id)).toMatchObject({ responses: 1, dispositions: 1 })
  })

  it('goes out of use and back, once in the audit however often it is asked', async () => {
    const { id } = await add()
    const use = (isActive: boolean) => app.post(`${path}/${id}/use`, { isActive }, { as })
    await use(false)
    expect((await bodyOf<StandardTextView>(await use(false))).isActive).toBe(false)
    const { items } = await bodyOf<{ items: StandardText[] }>(await app.get(path, { as }))
    expect(items.at(-1)?.id).toBe(id)
    expect((await bodyOf<StandardTextView>(await use(true))).isActive).toBe(true)
    expect(await actionsOn(app, String(id))).toEqual([
      'standard_text.added',
      'standard_text.retired',
      'standard_text.restored',
    ])
  })

  it('has a title and a text', async () => {
    const error = await errorOf(await app.post(path, { title: ' ', text: '' }, { as }))
    expect(Object.keys(error.fields ?? {})).toEqual(['title', 'text'])
    expect((await errorOf(await app.get(`${path}/9999`, { as }))).code).toBe('not_found')
  })
})
