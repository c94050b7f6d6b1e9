import type { ServiceContext } from '../../context'

/** How long a link works. */
const linkDays = 7
const day = 86_400_000

interface NewLink {
  token: string
  tokenHash: string
  expiresAt: Date
}

/** 256 random bits for a link that works once; the database holds their hash alone. */
export async function newLink(ctx: ServiceContext): Promise<NewLink> {
  const token = toHex(ctx.random(32))
  return { token, tokenHash: await hashToken(token), expiresAt: new Date(ctx.now.getTime() + linkDays * day) }
}

/** The token of a link that is mailed: it follows from the link's id and the secret, so that nobody has to keep it. */
export async function mailedToken(ctx: Pick<ServiceContext, 'keyFor'>, linkId: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(ctx.keyFor('link')), algorithm, false, [
    'sign',
  ])
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(linkId))))
}

export async function hashToken(token: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
