import { beforeAll, describe, expect, it } from 'vitest'
import type { NewComment } from '../../worker/contract/comments'
import type { FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import { commentStates } from '../../worker/contract/words'
import { errorOf } from '../support/answers'
import { makeComment, newComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})

/** Sends what must be refused for this one field, in both languages, without a row. */
async function expectField(change: object, field: string, code: FieldCode): Promise<void> {
  const input = { ...newComment(), altcha: await solvedProof(app), ...change }
  const before = await countRows(app)
  for (const language of ['zh', 'en'] as const) {
    const headers = { 'accept-language': language }
    const answer = await app.post('/api/measures/1.1/comments', input, { headers })
    expect(answer.status).toBe(422)
    const { code: refusal, fields } = await errorOf(answer)
    expect(refusal).toBe('invalid_input')
    expect(fields).toEqual({ [field]: domainWords[language].fields[code] })
  }
  expect(await countRows(app)).toEqual(before)
}

const firm = organisation(1)
const wrongLast = usccOf(1).slice(0, 17) + (usccOf(1).endsWith('0') ? '1' : '0')
const wrongOrganisation = usccOf(1).slice(0, 16) + (usccOf(1)[16] === '0' ? '1' : '0') + usccOf(1)[17]
const without = (key: keyof NewComment) => ({ [key]: undefined })

describe('a comment is refused', () => {
  it.each<[string, object, string, FieldCode]>([
    ['without a text', without('body'), 'body', 'required'],
    ['with an empty text', { body: '' }, 'body', 'required'],
    ['with a text of white space', { body: ' \n\t\u3000' }, 'body', 'required'],
    ['with a text of control characters', { body: '\u0000\u0007\u202E' }, 'body', 'required'],
    ['with 5001 characters', { body: '字'.repeat(5001) }, 'body', 'too_long'],
    ['with 5001 families', { body: '👨‍👩‍👧'.repeat(5001) }, 'body', 'too_long'],
    ['without a stance', without('stance'), 'stance', 'required'],
    ['with an unknown stance', { stance: 'neutral' }, 'stance', 'not_a_choice'],
    ['on a clause that is none', { clause: '2' }, 'clause', 'key_malformed'],
    ['on a clause that is not there', { clause: '1.1.4' }, 'clause', 'clause_unknown'],
    ['on a clause of another measure', { clause: '1.2.1' }, 'clause', 'clause_unknown'],
    ['in reply to no number', { parentId: 'abc' }, 'parentId', 'key_malformed'],
    ['in reply to nothing', { parentId: 'T001-0000-0000' }, 'parentId', 'parent_unknown'],
    ['without a participant', without('participant'), 'participant', 'required'],
    ['from an unknown kind', { participant: { kind: 'state' } }, 'participant.kind', 'not_a_choice'],
    ['from no kind', { participant: { name: '甲' } }, 'participant.kind', 'not_a_choice'],
    [
      'from an individual with a long name',
      { participant: { kind: 'individual', displayName: '名'.repeat(21) } },
      'participant.displayName',
      'too_long',
    ],
    [
      'from an individual with a code',
      { participant: { kind: 'individual', uscc: firm.uscc } },
      'participant.uscc',
      'unknown_key',
    ],
    ['from a firm without a name', { participant: { ...firm, name: '' } }, 'participant.name', 'required'],
    [
      'from a firm with a long name',
      { participant: { ...firm, name: '名'.repeat(101) } },
      'participant.name',
      'too_long',
    ],
    [
      'from a firm without a code',
      { participant: { ...firm, uscc: undefined } },
      'participant.uscc',
      'required',
    ],
    [
      'from a firm with an empty code',
      { participant: { ...firm, uscc: ' ' } },
      'participant.uscc',
      'required',
    ],
    [
      'from a firm with 17 characters of code',
      { participant: { ...firm, uscc: firm.uscc.slice(1) } },
      'participant.uscc',
      'uscc_malformed',
    ],
    [
      'from a firm with an I in its code',
      { participant: { ...firm, uscc: `I${firm.uscc.slice(1)}` } },
      'participant.uscc',
      'uscc_malformed',
    ],
    [
      'with a wrong last check character',
      { participant: { ...firm, uscc: wrongLast } },
      'participant.uscc',
      'uscc_check_failed',
    ],
    [
      'with a wrong check of the organisation code',
      { participant: { ...firm, uscc: wrongOrganisation } },
      'participant.uscc',
      'uscc_check_failed',
    ],
    ['without a consent', without('consent'), 'consent', 'required'],
    ['with an open consent', { consent: {} }, 'consent.publish', 'required'],
    [
      'with a consent that is not yes or no',
      { consent: { publish: 'yes' } },
      'consent.publish',
      'wrong_type',
    ],
    [
      'with a naming that is not yes or no',
      { consent: { publish: true, name: 1 } },
      'consent.name',
      'wrong_type',
    ],
    ['with a contact that is none', { contact: '广州市' }, 'contact', 'contact_malformed'],
    ['with two contacts', { contact: '13800138000 zhu@example.test' }, 'contact', 'contact_malformed'],
    ['with a long contact', { contact: `${'a'.repeat(101)}@example.test` }, 'contact', 'too_long'],
    ['with a huge proof', { altcha: 'A'.repeat(4001) }, 'altcha', 'too_long'],
    ['with a place in the thread of its own', { depth: 0 }, 'depth', 'unknown_key'],
    ['with a state of its own', { state: 'published' }, 'state', 'unknown_key'],
  ])('%s', async (_, change, field, code) => {
    await expectField(change, field, code)
  })

  it.each(commentStates.filter((state) => state !== 'published'))(
    'in reply to one that is %s',
    async (state) => {
      const { publicId } = await makeComment(app, { state })
      await expectField({ parentId: publicId }, 'parentId', 'parent_unknown')
    },
  )

  it('in reply to one on another measure', async () => {
    const { publicId } = await makeComment(app, { measure: '1.2' })
    await expectField({ parentId: publicId }, 'parentId', 'parent_unknown')
  })

  it('in reply to one of an earlier consultation', async () => {
    const { publicId } = await makeComment(app)
    await makeConsultation(app)
    await expectField({ parentId: publicId }, 'parentId', 'parent_unknown')
  })

  it('below the fourth reply', async () => {
    let parentId: string | undefined
    for (let depth = 0; depth <= 4; depth += 1)
      parentId = (await makeComment(app, parentId ? { parentId } : {})).publicId
    await expectField({ parentId }, 'parentId', 'too_deep')
  })

  it('with all that is wrong said at once', async () => {
    const participant = { kind: 'enterprise', name: '', uscc: '1' }
    const answer = await app.post('/api/measures/1.1/comments', { body: '', participant })
    expect(Object.keys((await errorOf(answer)).fields ?? {}).sort()).toEqual([
      'body',
      'consent',
      'participant.name',
      'participant.uscc',
      'stance',
    ])
  })
})

it('refuses a comment on a measure that is not there', async () => {
  const before = await countRows(app)
  const answer = await app.post('/api/measures/9.9/comments', newComment({ altcha: await solvedProof(app) }))
  expect((await errorOf(answer)).code).toBe('not_found')
  expect(await countRows(app)).toEqual(before)
})
