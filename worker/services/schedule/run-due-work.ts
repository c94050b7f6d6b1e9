import type { ServiceContext } from '../../context'

const work: ((ctx: ServiceContext) => Promise<unknown>)[] = []

/** Does whatever is due, in this order; what fails is logged and keeps nothing else from being done. */
export async function runDueWork(ctx: ServiceContext): Promise<void> {
  for (const step of work) {
    try {
      await step(ctx)
    } catch (error) {
      console.error(step.name, error)
    }
  }
}
