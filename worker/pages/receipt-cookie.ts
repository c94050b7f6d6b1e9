import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ReceiptCredentials } from '../contract/receipts'
import type { HonoEnv } from '../hono-env'

export const halfAnHour = 1800

export const isSecure = (c: Context<HonoEnv>): boolean =>
  (c.var.deps.config.publicOrigin ?? c.req.url).startsWith('https:')

/** Lets the author's browser open the receipt page for a while without typing the code again; no script can read it. */
export function rememberReceipt(c: Context<HonoEnv>, { publicId, queryCode }: ReceiptCredentials): void {
  setCookie(c, 'receipt', `${publicId}.${queryCode}`, {
    path: '/receipts',
    maxAge: halfAnHour,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
  })
}

/** The code for this receipt, if this browser was just given it. */
export function rememberedCode(c: Context<HonoEnv>, publicId: string): string | null {
  const [id, code] = getCookie(c, 'receipt')?.split('.') ?? []
  return id === publicId && code ? code : null
}
