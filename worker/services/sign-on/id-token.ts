import * as v from 'valibot'
import { AppError } from '../../errors'
import { fromBase64Url } from './encoding'
import { askProvider } from './provider'

const headerSchema = v.object({ alg: v.string(), kid: v.optional(v.string()) })
const keysSchema = v.object({
  keys: v.array(v.looseObject({ kty: v.string(), kid: v.optional(v.string()), use: v.optional(v.string()) })),
})
const payloadSchema = v.looseObject({
  iss: v.string(),
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  aud: v.union([v.string(), v.array(v.string())]),
  azp: v.optional(v.string()),
  exp: v.number(),
  nonce: v.optional(v.string()),
})
export type IdToken = v.InferOutput<typeof payloadSchema>

const algorithms = {
  RS256: { kty: 'RSA', of: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } },
  PS256: { kty: 'RSA', of: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 } },
  ES256: { kty: 'EC', of: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } },
} as const

/** In seconds: by how much the provider's clock may differ from ours. */
const leeway = 60

interface Expected {
  issuer: string
  clientId: string
  nonce: string
  jwksUri: string
  now: Date
}

/** Takes an ID token as OpenID Connect Core 3.1.3.7 asks: signature, issuer, audience, time and nonce; else `sign_on_failed`. */
export async function readIdToken(token: string, expected: Expected): Promise<IdToken> {
  const [head = '', body = '', signature = '', ...others] = token.split('.')
  const header = parse(headerSchema, head)
  const payload = parse(payloadSchema, body)
  if (others.length > 0 || !(await isSigned(`${head}.${body}`, signature, header, expected.jwksUri)))
    throw new AppError('sign_on_failed')
  const audience = [payload.aud].flat()
  const isMeant =
    payload.iss === expected.issuer &&
    audience.includes(expected.clientId) &&
    (audience.length === 1 || payload.azp === expected.clientId) &&
    payload.exp + leeway > expected.now.getTime() / 1000 &&
    payload.nonce === expected.nonce
  if (!isMeant) throw new AppError('sign_on_failed')
  return payload
}

async function isSigned(
  text: string,
  signature: string,
  { alg, kid }: v.InferOutput<typeof headerSchema>,
  jwksUri: string,
): Promise<boolean> {
  const algorithm = Object.entries(algorithms).find(([name]) => name === alg)?.[1]
  if (!algorithm) return false
  const { keys } = await askProvider(keysSchema, jwksUri)
  const candidates = keys.filter(
    (key) =>
      key.kty === algorithm.kty && (key.use ?? 'sig') === 'sig' && (kid === undefined || key.kid === kid),
  )
  for (const candidate of candidates) {
    try {
      const { kid: _, ...jwk } = candidate
      const key = await crypto.subtle.importKey('jwk', jwk as never, algorithm.of, false, ['verify'])
      const bytes = fromBase64Url(signature)
      if (await crypto.subtle.verify(algorithm.of, key, bytes, new TextEncoder().encode(text))) return true
    } catch {
      // A key or a signature of another form is none of this token's.
    }
  }
  return false
}

function parse<Schema extends v.GenericSchema>(schema: Schema, part: string): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(new TextDecoder().decode(fromBase64Url(part))))
  } catch {
    throw new AppError('sign_on_failed')
  }
}
