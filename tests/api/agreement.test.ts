import { beforeAll, expect, it } from 'vitest'
import type { AgreementView } from '../../worker/contract/moderation/decided'
import { bodyOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const { decide, settled, reviewOf } = deskOf(app)
let first = ''
let second = ''

beforeAll(async () => {
  await makeConsultation(app, { secondLook: 'all', recheckPercent: 100 })
  await makeReasons(app)
  first = await signInAs(app, 'moderator', '王敏')
  second = await signInAs(app, 'moderator', '何立')
})

const read = async () =>
  (await bodyOf<AgreementView>(await app.get('/api/moderation/agreement', { as: first }))).items

async function made(): Promise<string> {
  return (await makeComment(app, { state: 'pending' })).publicId
}

it('is nothing where nobody was asked twice', async () => {
  expect(await read()).toEqual([])
})

it('is counted per reason of the first, second looks and re-checks apart', async () => {
  for (const decision of ['reject', 'reject', 'publish']) {
    const publicId = await made()
    await settled(publicId, 'reject', { reason: 'off_topic' }, first)
    const reason = decision === 'reject' ? { reason: 'abusive' } : {}
    await decide(publicId, decision, reason, second)
    await letTakeEffect(app)
  }
  for (const decision of ['publish', 'return']) {
    const publicId = await made()
    await settled(publicId, 'publish', {}, first)
    const { id: reviewId } = (await reviewOf(publicId, 'recheck')) ?? {}
    await decide(
      publicId,
      decision,
      { reviewId, ...(decision === 'return' && { reason: 'unclear' }) },
      second,
    )
  }
  const figures = (await read()).map(({ reviewKind, decision, reason, compared, agreed }) => [
    reviewKind,
    decision,
    reason.id,
    compared,
    agreed,
  ])
  expect(figures).toEqual([
    ['second', 'reject', 'off_topic', 3, 2],
    ['recheck', 'publish', 'fine', 2, 1],
  ])
})
