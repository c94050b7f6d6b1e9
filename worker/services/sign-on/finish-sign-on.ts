import * as v from 'valibot'
import type { ServiceContext } from '../../context'
import { usccSchema } from '../../contract/fields'
import { limits } from '../../contract/limits'
import { mailableSchema } from '../../contract/participants'
import { cleanLine } from '../../contract/text'
import { AppError } from '../../errors'
import { readIdToken } from './id-token'
import { askProvider, discover, type Metadata, type SignOnClient } from './provider'
import type { SignOnAttempt } from './start-sign-on'

const tokensSchema = v.object({ id_token: v.string(), access_token: v.optional(v.string()) })

const said = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null)
const shortLine = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => [...cleanLine(text)].slice(0, max).join('')),
    v.minLength(1),
  )
/** What is missing or makes no sense is not said. */
const claimsSchema = v.object({
  name: said(shortLine(limits.displayName)),
  email: said(mailableSchema),
  email_verified: v.fallback(v.boolean(), false),
  organization_name: said(shortLine(limits.organisationName)),
  uscc: said(usccSchema),
})

/** Who somebody is by the provider's word. */
export interface SignOnIdentity {
  /** The issuer and its name for them, which never changes. */
  key: string
  name: string | null
  email: string | null
  isEmailConfirmed: boolean
  organisation: { uscc: string; name: string | null } | null
}

/** Takes the provider's answer: the code for tokens, the tokens for who it is; anything wrong with them is `sign_on_failed`. */
export async function finishSignOn(
  ctx: Pick<ServiceContext, 'now'>,
  client: SignOnClient,
  attempt: SignOnAttempt,
  answer: { code?: string | undefined; state?: string | undefined; iss?: string | undefined },
): Promise<SignOnIdentity> {
  const { code, state, iss } = answer
  if (!code || state !== attempt.state || (iss !== undefined && iss !== client.issuer))
    throw new AppError('sign_on_failed')
  const metadata = await discover(client)
  const tokens = await redeem(client, metadata, code, attempt.verifier)
  const idToken = await readIdToken(tokens.id_token, {
    issuer: client.issuer,
    clientId: client.clientId,
    nonce: attempt.nonce,
    jwksUri: metadata.jwks_uri,
    now: ctx.now,
  })
  const told = { ...idToken, ...(await readUserInfo(metadata, tokens.access_token, idToken.sub)) }
  const claims = v.parse(claimsSchema, told)
  return {
    key: `${client.issuer}#${idToken.sub}`,
    name: claims.name,
    email: claims.email,
    isEmailConfirmed: claims.email_verified,
    organisation: claims.uscc ? { uscc: claims.uscc, name: claims.organization_name } : null,
  }
}

async function redeem(
  { clientId, clientSecret, redirectUri }: SignOnClient,
  { token_endpoint, token_endpoint_auth_methods_supported: methods }: Metadata,
  code: string,
  verifier: string,
) {
  const inBody = methods !== undefined && !methods.includes('client_secret_basic')
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(inBody && { client_id: clientId, client_secret: clientSecret }),
  })
  const credentials = btoa(`${formEncode(clientId)}:${formEncode(clientSecret)}`)
  return askProvider(tokensSchema, token_endpoint, {
    method: 'POST',
    body,
    ...(!inBody && { headers: { authorization: `Basic ${credentials}` } }),
  })
}

const formEncode = (text: string) => new URLSearchParams({ x: text }).toString().slice(2)

/** What the provider says of the person besides; of nobody else (Core 5.3.2). */
async function readUserInfo(
  { userinfo_endpoint: address }: Metadata,
  accessToken: string | undefined,
  sub: string,
): Promise<Record<string, unknown>> {
  if (!address || !accessToken) return {}
  const headers = { authorization: `Bearer ${accessToken}` }
  const info = await askProvider(v.looseObject({ sub: v.string() }), address, { headers })
  if (info.sub !== sub) throw new AppError('sign_on_failed')
  return info
}
