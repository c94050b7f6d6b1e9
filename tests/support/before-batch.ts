import type { ServiceContext } from '../../worker/context'

/** The same context, in which something happens just before its batch of this number, counted from one. */
export function beforeBatch(
  ctx: ServiceContext,
  number: number,
  act: () => Promise<unknown>,
): ServiceContext {
  let sent = 0
  const db = new Proxy(ctx.db, {
    get(target, name) {
      const found = Reflect.get(target, name, target)
      if (typeof found !== 'function') return found
      if (name !== 'batch') return found.bind(target)
      return async (...batch: unknown[]) => {
        sent += 1
        if (sent === number) await act()
        return found.apply(target, batch)
      }
    },
  })
  return { ...ctx, db }
}
