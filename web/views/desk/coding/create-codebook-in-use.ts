import { createEffect } from 'solid-js'
import type { CodebookView } from '../../../../worker/contract/codebook'
import { getCodebook, getCodebooks } from '../../../api/coding'
import { createLoad } from '../create-load'
import { useSession } from '../session'

/** The published codebook by which tags are given; null where there is none yet. */
export function createCodebookInUse() {
  const session = useSession()
  const load = createLoad<CodebookView | null>(async () => {
    const { published } = await getCodebooks()
    return published === null ? null : getCodebook(published)
  })
  createEffect(() => {
    if (load.error()?.code === 'unauthenticated') void session.load()
  })
  return load
}
