import type { ServiceContext } from '../../context'

/** Does one after the other, whatever became of the one before; what fails is logged by its name, which a bundle keeps. */
export async function runSteps(
  ctx: ServiceContext,
  steps: Record<string, (ctx: ServiceContext) => Promise<unknown>>,
): Promise<void> {
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(ctx)
    } catch (error) {
      console.error('scheduled work failed', name, error)
    }
  }
}
