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

export async function hashToken(token: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
