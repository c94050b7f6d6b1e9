import * as v from 'valibot'
import { AppError } from '../../errors'

/** How we are known to the provider of the sign-on. */
export interface SignOnClient {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where the provider sends people back to. */
  redirectUri: string
}

const patience = 10_000

const metadataSchema = v.object({
  issuer: v.string(),
  authorization_endpoint: v.pipe(v.string(), v.url()),
  token_endpoint: v.pipe(v.string(), v.url()),
  jwks_uri: v.pipe(v.string(), v.url()),
  userinfo_endpoint: v.optional(v.pipe(v.string(), v.url())),
  token_endpoint_auth_methods_supported: v.optional(v.array(v.string())),
})
export type Metadata = v.InferOutput<typeof metadataSchema>

/** Where the provider's endpoints are, as it says itself (OpenID Connect Discovery 1.0). */
export async function discover({ issuer }: SignOnClient): Promise<Metadata> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const metadata = await askProvider(metadataSchema, address)
  if (metadata.issuer !== issuer) throw new AppError('sign_on_unavailable')
  return metadata
}

/** What the provider answers in JSON; `sign_on_unavailable` where it does not, `refused` where it says no. */
export async function askProvider<Schema extends v.GenericSchema>(
  schema: Schema,
  address: string,
  init: RequestInit = {},
): Promise<v.InferOutput<Schema>> {
  let answer: Response
  let body: unknown
  try {
    const headers = { accept: 'application/json', ...init.headers }
    answer = await fetch(address, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    body = await answer.json()
  } catch {
    throw new AppError('sign_on_unavailable')
  }
  if (!answer.ok) throw new AppError(answer.status < 500 ? 'sign_on_failed' : 'sign_on_unavailable')
  const result = v.safeParse(schema, body)
  if (!result.success) throw new AppError('sign_on_unavailable')
  return result.output
}
