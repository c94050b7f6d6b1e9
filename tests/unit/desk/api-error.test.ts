import { describe, expect, it } from 'vitest'
import { asApiError, refusal } from '../../../web/api/api-error'
import { domainWords } from '../../../worker/contract/locales'

const { errors } = domainWords.zh

describe('a refusal', () => {
  it('keeps what the server says of who decided and when', () => {
    const message = '这条意见已由何立于 4 月 4 日 10:31 审核：退回修改。'
    expect(refusal(409, { error: { code: 'already_decided', message } }).message).toBe(message)
  })

  it('keeps who was faster, for the row to say it', () => {
    const decided = { by: '何立', at: '2021-04-04T02:31:00.000Z', decision: null }
    expect(refusal(409, { error: { code: 'already_decided', message: '', decided } }).decided).toEqual(
      decided,
    )
    expect(refusal(409, { error: { code: 'already_decided', message: '' } }).decided).toBeNull()
  })

  it('is told in our own sentence where the server has no detail', () => {
    const error = refusal(401, { error: { code: 'sign_in_failed', message: 'Invalid email or password' } })
    expect(error.code).toBe('sign_in_failed')
    expect(error.message).toBe(errors.sign_in_failed)
  })

  it('gives the sentences of its fields before its own', () => {
    const body = { error: { code: 'invalid_input', message: '', fields: { note: '内容超过了字数上限。' } } }
    expect(refusal(422, body).sentences).toEqual(['内容超过了字数上限。'])
  })

  it.each([
    [429, 'rate_limited'],
    [401, 'unauthenticated'],
    [503, 'database_unavailable'],
    [500, 'internal'],
    [418, 'internal'],
  ])('without our envelope is known by its status: %i is %s', (status, code) => {
    expect(refusal(status, '<html>').code).toBe(code)
    expect(refusal(status, { error: { code: 'hasOwnProperty' } }).code).toBe(code)
  })
})

describe('whatever else was thrown', () => {
  it('never shows its own message', () => {
    expect(asApiError(new TypeError('x is undefined')).message).toBe(errors.internal)
  })
})
