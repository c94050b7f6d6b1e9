import { onMount } from 'solid-js'

/** While an island hydrates, Solid leaves the DOM as it is: what changes it has to wait until that is over. */
export function afterHydration(act: () => void): void {
  onMount(() => queueMicrotask(act))
}
