import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { SignOnSettings } from '../../worker/env'

/** What the province says of somebody besides their `sub`. */
export interface SignOnPerson {
  name?: string
  email?: string
  email_verified?: boolean
  organization_name?: string
  uscc?: string
}

export interface SignOnProvider extends SignOnSettings {
  people: Record<string, SignOnPerson>
  /** Whoever comes next is signed in as this person, without being asked. */
  signInAs(sub: string, person?: SignOnPerson): void
  stop(): Promise<void>
}

const clientId = 'yanlu'
const clientSecret = 'a secret of the sign-on, for tests: % + /'

/** A real OpenID provider on this machine, which sends people back to these addresses. */
export async function startSignOnProvider(
  redirectUris: string[],
  { authMethod = 'client_secret_basic' }: { authMethod?: 'client_secret_basic' | 'client_secret_post' } = {},
): Promise<SignOnProvider> {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => handle?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people: SignOnProvider['people'] = {}
  let current = ''
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: authMethod,
      },
    ],
    clientAuthMethods: [authMethod],
    claims: {
      openid: ['sub'],
      profile: ['name', 'organization_name', 'uscc'],
      email: ['email', 'email_verified'],
    },
    cookies: { keys: ['for tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const result = current ? { login: { accountId: current } } : { error: 'access_denied' }
    return provider.interactionFinished(request, response, result)
  }
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    signInAs: (sub, person) => {
      current = sub
      if (person) people[sub] = person
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
