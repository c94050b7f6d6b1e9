import type { ServiceContext } from '../../context'
import { toBase64Url } from './encoding'
import { discover, type SignOnClient } from './provider'

/** What the browser keeps until the provider sends it back. */
export interface SignOnAttempt {
  state: string
  nonce: string
  verifier: string
}

/** Begins an authorization code flow with PKCE (RFC 7636): where to send the browser, and what it is to keep. */
export async function startSignOn(
  ctx: Pick<ServiceContext, 'random'>,
  client: SignOnClient,
): Promise<{ address: string; attempt: SignOnAttempt }> {
  const { authorization_endpoint } = await discover(client)
  const secret = () => toBase64Url(ctx.random(32))
  const attempt = { state: secret(), nonce: secret(), verifier: secret() }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier))
  const address = new URL(authorization_endpoint)
  const asked = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: 'openid profile email',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: toBase64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return { address: address.href, attempt }
}
