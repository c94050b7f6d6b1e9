import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readIdToken } from '../../../worker/services/sign-on/id-token'

const now = new Date('2021-04-06T03:12:00Z')
const expected = {
  issuer: 'https://id.example.test',
  clientId: 'yanlu',
  nonce: 'n-1',
  jwksUri: 'https://id.example.test/keys',
  now,
}
const claims = {
  iss: expected.issuer,
  sub: 's-1',
  aud: 'yanlu',
  nonce: 'n-1',
  exp: now.getTime() / 1000 + 60,
}
const algorithms = {
  RS256: {
    make: {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 1024,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    },
    sign: { name: 'RSASSA-PKCS1-v1_5' },
  },
  PS256: {
    make: { name: 'RSA-PSS', modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
    sign: { name: 'RSA-PSS', saltLength: 32 },
  },
  ES256: {
    make: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  },
} as const
type Algorithm = keyof typeof algorithms

const keys = new Map<string, CryptoKey>()
const published: object[] = []
const base64Url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

beforeAll(async () => {
  for (const [name, { make }] of Object.entries(algorithms)) {
    for (const kid of [name, `${name} of a stranger`]) {
      const pair = (await crypto.subtle.generateKey(make, true, ['sign', 'verify'])) as CryptoKeyPair
      keys.set(kid, pair.privateKey)
      const { kty, n, e, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
      if (kid === name) published.push({ kty, n, e, crv, x, y, kid, use: 'sig' })
    }
  }
  vi.stubGlobal('fetch', async () => Response.json({ keys: published }))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

async function tokenOf(
  payload: object = claims,
  { alg = 'RS256', kid = alg, by = alg }: { alg?: Algorithm; kid?: string; by?: string } = {},
): Promise<string> {
  const text = `${base64Url(JSON.stringify({ alg, kid }))}.${base64Url(JSON.stringify(payload))}`
  const signature = await crypto.subtle.sign(
    algorithms[alg].sign,
    keys.get(by) as CryptoKey,
    Buffer.from(text),
  )
  return `${text}.${base64Url(new Uint8Array(signature))}`
}
const refused = (token: string) =>
  expect(readIdToken(token, expected)).rejects.toMatchObject({ code: 'sign_on_failed' })

describe('an ID token', () => {
  it.each(['RS256', 'PS256', 'ES256'] as const)('is taken with %s by the provider’s key', async (alg) => {
    expect(await readIdToken(await tokenOf(claims, { alg }), expected)).toMatchObject({ sub: 's-1' })
  })

  it.each(['RS256', 'PS256', 'ES256'] as const)('is refused with %s by another key', async (alg) => {
    await refused(await tokenOf(claims, { alg, by: `${alg} of a stranger` }))
  })

  it.each([
    ['another issuer', { iss: 'https://other.test' }],
    ['another audience', { aud: 'somebody' }],
    ['several audiences without saying for whom', { aud: ['yanlu', 'somebody'] }],
    ['another nonce', { nonce: 'n-2' }],
    ['no nonce', { nonce: undefined }],
    ['its time over', { exp: now.getTime() / 1000 - 61 }],
    ['nobody named', { sub: '' }],
  ])('is refused with %s', async (_, change) => {
    await refused(await tokenOf({ ...claims, ...change }))
  })

  it('is refused unsigned, changed, with the public key as a secret, or as no token at all', async () => {
    const token = await tokenOf()
    const [head = '', body = '', signature = ''] = token.split('.')
    const other = base64Url(JSON.stringify({ ...claims, sub: 's-2' }))
    await refused(`${head}.${other}.${signature}`)
    await refused(`${base64Url('{"alg":"none"}')}.${body}.`)
    await refused(`${base64Url('{"alg":"HS256","kid":"RS256"}')}.${body}.${signature}`)
    await refused(`${head}.${body}.`)
    await refused(`${token}.x`)
    await refused('')
    await refused('a.b.c')
  })
})
