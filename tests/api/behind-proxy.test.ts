import { expect, it } from 'vitest'
import { testPassword } from '../support/known-keys'
import { cookiesOf, makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp({ config: { publicOrigin: 'https://yanlu.test' } })

it('keeps the cookie to https where readers have https, though a proxy ends it and asks by http', async () => {
  const { email } = await makeUser(app, 'moderator')
  const answer = await app.post('/api/auth/sign-in/email', { email, password: testPassword })
  const cookies = answer.headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/i)
  const as = cookiesOf(answer)
  expect((await app.get('/api/moderation/queue', { as })).status).toBe(200)
  const plain = as.replace(/__Secure-/g, '')
  expect((await app.get('/api/moderation/queue', { as: plain })).status).toBe(401)
})
