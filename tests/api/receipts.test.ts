import { beforeAll, describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import { dueAt } from '../../worker/services/calendar/working-days'
import { bodyOf, errorOf } from '../support/answers'
import { hour } from '../support/clock'
import { letTakeEffect, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

let currentPlan = { key: '' }
beforeAll(async () => {
  currentPlan = await makeConsultation(app)
  await makeReasons(app)
})

const lookUp = (publicId: string, queryCode: string) =>
  app.post('/api/receipts/lookup', { publicId, queryCode })

describe('a receipt', () => {
  it('shows its author what was sent, as it will be signed', async () => {
    const { publicId, queryCode } = await makeComment(app, {
      state: 'pending',
      clause: '1.1.2',
      stance: 'partly',
      body: '建议按三年平均。',
      contact: '13800138000',
    })
    const answer = await lookUp(publicId, queryCode)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const at = app.clock.now().toISOString()
    expect(await bodyOf<ReceiptView>(answer)).toEqual({
      publicId,
      state: 'pending',
      revision: 1,
      consultation: { key: currentPlan.key, isCurrent: true },
      measure: { key: '1.1', title: '培育壮大制造业企业群' },
      clause: { key: '1.1.2', text: '力争新培育专精特新中小企业300家。' },
      quote: null,
      wording: null,
      parentId: null,
      author: { kind: 'individual', name: '朱**', isVerified: false },
      stance: 'partly',
      body: '建议按三年平均。',
      targets: [],
      attachments: [],
      annex: null,
      annexOpenings: [],
      stamped: { isConfirmed: false, mayUpload: false, scans: [] },
      profile: null,
      answer: null,
      outcome: null,
      consentPublish: true,
      noticeVersion: null,
      isUnconfirmed: false,
      isHeld: false,
      erasedAt: null,
      isOfResponse: false,
      isOfStandingVersion: false,
      isReplaced: false,
      replacedBy: null,
      isOfEarlierPeople: false,
      createdAt: at,
      hidden: [],
      dueAt: dueAt(app.clock.now(), 2).toISOString(),
      reviewDays: 2,
      delay: null,
      journey: [{ at, step: 'received', revision: 1, reason: null, note: null }],
      mayEdit: true,
      mayResubmit: false,
      mayWithdraw: true,
      mayAppeal: false,
      appealUntil: null,
      isAppealOpen: false,
    })
  })

  it('is found however number and code were typed', async () => {
    const digits = [0, 1, 1, 0, 17, 1, 0, 1]
    app.chance.plan(digits, [...digits, 0, 1, 0, 1])
    const { publicId, queryCode } = await makeComment(app, { state: 'pending' })
    const mistyped = (text: string) =>
      `${text.slice(0, 4)}${text.slice(4).replaceAll('0', 'o').replaceAll('1', 'l')}`
    for (const [id, code] of [
      [publicId.toLowerCase(), queryCode.toLowerCase()],
      [publicId.replaceAll('-', ' '), queryCode.replaceAll('-', '')],
      [` ${mistyped(publicId)} `, ` ${mistyped(`${queryCode}`)}`],
      [fullWidth(publicId), fullWidth(queryCode)],
    ])
      expect((await bodyOf<ReceiptView>(await lookUp(id ?? '', code ?? ''))).publicId).toBe(publicId)
  })

  it('gives a wrong number and a wrong code the same answer', async () => {
    const mine = await makeComment(app)
    const another = await makeComment(app)
    const asked = [
      await lookUp(mine.publicId, another.queryCode),
      await lookUp('T001-0000-0000', mine.queryCode),
      await lookUp(another.publicId, mine.queryCode),
      await lookUp('nonsense', 'nonsense'),
    ]
    const refusals = await Promise.all(
      asked.map(async (answer) => ({ ...(await errorOf(answer)), requestId: '', status: answer.status })),
    )
    expect(refusals[0]).toMatchObject({ code: 'receipt_not_found', status: 404 })
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
  })

  it.each([{ publicId: '' }, { queryCode: ' - ' }, { publicId: 'x'.repeat(101) }])(
    'is not looked for with %j',
    async (change) => {
      const before = await countRows(app)
      const answer = await app.post('/api/receipts/lookup', {
        publicId: 'T001-0000-0000',
        queryCode: '0000-0000-0000',
        ...change,
      })
      expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(Object.keys(change))
      expect(await countRows(app)).toEqual(before)
    },
  )

  it('of a reply names what it answers', async () => {
    const root = await makeComment(app)
    const reply = await makeComment(app, { parentId: root.publicId, participant: organisation(5) })
    const receipt = await bodyOf<ReceiptView>(await lookUp(reply.publicId, reply.queryCode))
    expect(receipt.parentId).toBe(root.publicId)
    expect(receipt.author).toEqual({ kind: 'enterprise', name: '第5精密制造有限公司', isVerified: false })
  })
})

describe('the journey', () => {
  it('tells each step with its reason and note, but not who decided', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'pending' })
    const received = app.clock.now()
    const as = await signInAs(app, 'moderator', '何立')
    app.clock.advance(hour)
    const decision = { publicId, revision: 1, decision: 'return', reason: 'unclear', note: '请写明口径。' }
    const internalNote = '同一人今天第三条。'
    await app.post('/api/moderation/decisions', { ...decision, internalNote }, { as })
    await letTakeEffect(app)
    const returned = app.clock.now()
    app.clock.advance(hour)
    const again = app.clock.now()
    const change = { publicId, queryCode, body: '按三年平均认定。', stance: 'suggest' }
    await app.post('/api/receipts/resubmit', change)
    app.clock.advance(hour)
    await app.post('/api/moderation/decisions', { publicId, revision: 2, decision: 'publish' }, { as })
    await letTakeEffect(app)
    const decided = app.clock.now()

    const answer = await lookUp(publicId, queryCode)
    expect(await answer.clone().text()).not.toMatch(/何立|第三条/)
    const receipt = await bodyOf<ReceiptView>(answer)
    expect(receipt.state).toBe('published')
    expect(receipt.journey).toEqual([
      { at: received.toISOString(), step: 'received', revision: 1, reason: null, note: null },
      {
        at: returned.toISOString(),
        step: 'return',
        revision: 1,
        reason: { id: 'unclear', zh: 'unclear 的中文说明。', en: 'The reason unclear.' },
        note: '请写明口径。',
      },
      { at: again.toISOString(), step: 'resubmitted', revision: 2, reason: null, note: null },
      {
        at: decided.toISOString(),
        step: 'publish',
        revision: 2,
        reason: { id: 'fine', zh: 'fine 的中文说明。', en: 'The reason fine.' },
        note: null,
      },
    ])
  })
})

function fullWidth(text: string): string {
  return [...text].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('')
}
