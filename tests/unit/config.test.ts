import { describe, expect, it } from 'vitest'
import { ConfigError, readMail, readOrigin, readSignOn } from '../../worker/env'
import { readVars } from '../../worker/local/settings'

const from = '言路 <noreply@example.test>'

describe('SMTP_URL and MAIL_FROM', () => {
  it.each([
    ['smtp://mail.example.test', from],
    ['smtps://yanlu:p%40ss@mail.example.test:465', 'noreply@example.test'],
    ['smtp://[::1]:2525?starttls=never', from],
  ])('%s, %s are taken as they are', (url, sender) => {
    expect(readMail(url, sender)).toEqual({ url, from: sender })
  })

  it.each([
    ['http://mail.example.test', from],
    ['mail.example.test:25', from],
    ['smtp://', from],
    ['smtp://mail.example.test', ''],
    ['smtp://mail.example.test', 'noreply'],
    ['smtp://mail.example.test', 'a <b@example.test>\r\nBcc: c@example.test'],
  ])('%j, %j are refused', (url, sender) => {
    expect(() => readMail(url, sender)).toThrow(ConfigError)
  })

  it('may be missing: then mails wait', () => {
    expect(readMail()).toBeNull()
    expect(readMail('', from)).toBeNull()
  })
})

describe('PUBLIC_ORIGIN', () => {
  it.each([
    ['https://yanlu.example.test', 'https://yanlu.example.test'],
    ['https://yanlu.example.test/', 'https://yanlu.example.test'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['', undefined],
  ])('%j is %j', (text, origin) => {
    expect(readOrigin(text)).toBe(origin)
  })

  it.each(['yanlu.example.test', 'https://yanlu.example.test/path', 'https://a.test/?b', 'ftp://a.test'])(
    '%j is refused',
    (text) => {
      expect(() => readOrigin(text)).toThrow(ConfigError)
    },
  )
})

describe('OIDC_ISSUER and what goes with it', () => {
  const of = (OIDC_ISSUER: string, OIDC_CLIENT_ID = 'yanlu', OIDC_CLIENT_SECRET = 'secret') => ({
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
  })

  it.each(['https://id.example.test', 'https://id.example.test/realm/', 'http://127.0.0.1:3000'])(
    '%s is taken as it is',
    (issuer) => {
      expect(readSignOn(of(issuer))).toEqual({ issuer, clientId: 'yanlu', clientSecret: 'secret' })
    },
  )

  it.each([
    of('http://id.example.test'),
    of('id.example.test'),
    of('https://id.example.test/?a'),
    of('https://id.example.test', ''),
    of('https://id.example.test', 'yanlu', ''),
  ])('%j is refused', (env) => {
    expect(() => readSignOn(env)).toThrow(ConfigError)
  })

  it('may be missing: then there is no sign-on', () => {
    expect(readSignOn({})).toBeNull()
  })
})

describe('what a start passes on to the Worker', () => {
  it('is what is set of these, and nothing else', () => {
    expect(readVars({ PATH: '/bin', MAIL_FROM: from, SMTP_URL: '' })).toEqual({ MAIL_FROM: from })
  })

  it('is refused in one sentence where it is wrong', () => {
    expect(() => readVars({ SMTP_URL: 'http://mail.example.test' })).toThrow('SMTP_URL must be')
  })
})
