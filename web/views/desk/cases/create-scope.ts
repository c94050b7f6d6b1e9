import { createSignal } from 'solid-js'
import type { CaseCount, CaseSelection } from '../../../../worker/contract/dispositions'
import { asApiError } from '../../../api/api-error'

/** Whether an act is about one comment or its whole group; a group is counted before anything can be sent. */
export function createScope(publicId: string, ask: (selection: CaseSelection) => Promise<CaseCount>) {
  const [isGroup, setGroup] = createSignal(false)
  const [count, setCount] = createSignal<CaseCount>()
  const [error, setError] = createSignal<string>()

  async function recount() {
    setCount(undefined)
    setError(undefined)
    try {
      setCount(await ask({ of: 'group', publicId }))
    } catch (thrown) {
      setError(asApiError(thrown).message)
    }
  }
  return {
    isGroup,
    count,
    error,
    choose(group: boolean) {
      setGroup(group)
      if (group) void recount()
    },
    recount,
    /** Nothing was counted yet, or nothing is left to act on. */
    isEmpty: () => isGroup() && (count()?.cases.length ?? 0) === 0,
  }
}
