import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv, LimitName } from '../hono-env'

/** Refuses a source that comes too often; sources are told apart by address, never limited together. */
export const rateLimit = (name: LimitName) =>
  createMiddleware<HonoEnv>(async (c, next) => {
    await assertWithinLimit(c, name)
    await next()
  })

/** As {@link rateLimit}, for handlers that know only later which limit applies. */
export async function assertWithinLimit(c: Context<HonoEnv>, name: LimitName): Promise<void> {
  const { config, limits } = c.var.deps
  if (config.isLoadTest) return
  const { success } = await limits[name].limit({ key: sourceOf(c) })
  if (!success) throw new AppError('rate_limited')
}

/**
 * The address that the request came from: the last in the proxy's header, for those before it the client may have written. An IPv6 one stands for its /64, which is one
 * household or office. Without a proxy only this machine can connect.
 */
export function sourceOf(c: Context<HonoEnv>): string {
  const header = c.var.deps.config.clientAddressHeader
  const address = (header && c.req.header(header)?.split(',').at(-1)?.trim()) || 'this machine'
  return address.includes(':') && !address.includes('.') ? expandIpv6(address).slice(0, 4).join(':') : address
}

function expandIpv6(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...gap, ...right]
}
