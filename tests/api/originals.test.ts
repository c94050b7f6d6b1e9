import { beforeAll, describe, expect, it } from 'vitest'
import type { OriginalView } from '../../worker/contract/moderation/decided'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const { settled, audited } = deskOf(app)
let as = ''
let senior = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
  senior = await signInAs(app, 'senior_moderator')
})

const redactions = [{ start: 2, end: 4, reason: 'wording' }]
const read = (publicId: string, purpose: unknown = '核对投诉', cookie = senior) =>
  app.post('/api/moderation/originals', { publicId, purpose }, { as: cookie })

async function hidden(): Promise<string> {
  const { publicId } = await makeComment(app, { state: 'pending', body: '甲乙丙丁戊己' })
  await settled(publicId, 'redact', { redactions }, as)
  return publicId
}

describe('the original', () => {
  it.each(['senior_moderator', 'admin'] as const)(
    'is read by a %s for a purpose, and each reading is recorded',
    async (role) => {
      const publicId = await hidden()
      const cookie = await signInAs(app, role)
      const view = await bodyOf<OriginalView>(await read(publicId, ' 核对投诉 ', cookie))
      expect(view).toEqual({ publicId, revision: 1, body: '甲乙丙丁戊己', redactions })
      await read(publicId, '再次核对', cookie)
      expect((await audited(publicId)).slice(-2)).toEqual([
        { action: 'original.read', data: { purpose: '核对投诉' } },
        { action: 'original.read', data: { purpose: '再次核对' } },
      ])
    },
  )

  it.each([
    ['moderator', 'forbidden'],
    ['staff', 'forbidden'],
  ] as const)('is not a %s’s to read', async (role, code) => {
    const publicId = await hidden()
    const cookie = await signInAs(app, role)
    const before = await countRows(app)
    expect((await errorOf(await read(publicId, '看看', cookie))).code).toBe(code)
    expect(await countRows(app)).toEqual(before)
  })

  it.each(['', '  ', '字'.repeat(501), 7, undefined])('is not read for the purpose %j', async (purpose) => {
    const publicId = await hidden()
    const before = await countRows(app)
    const answer = await app.post('/api/moderation/originals', { publicId, purpose }, { as: senior })
    expect((await errorOf(answer)).code).toBe('invalid_input')
    expect(await countRows(app)).toEqual(before)
  })

  it('is not there where nothing is hidden', async () => {
    const { publicId } = await makeComment(app)
    const before = await countRows(app)
    expect((await errorOf(await read(publicId))).code).toBe('not_found')
    expect((await errorOf(await read('T001-0000-0000'))).code).toBe('not_found')
    expect(await countRows(app)).toEqual(before)
  })
})
