import { createSignal, Show } from 'solid-js'
import type { OrphanPage } from '../../../../worker/contract/revisions'
import { asApiError } from '../../../api/api-error'
import { getOrphans } from '../../../api/revisions'
import { Loaded } from '../../../components/desk/loaded'
import { OrphanList } from '../../../components/desk/revisions/orphan-list'
import { StatePanel } from '../../../components/desk/state-panel'
import { w } from '../../../locales/desk/revisions'
import { createLoad } from '../create-load'

/** The comments that lost their place, page by page. */
export function Orphans() {
  const first = createLoad(() => getOrphans())
  const [rest, setRest] = createSignal<OrphanPage[]>([])
  const [problem, setProblem] = createSignal('')
  const pages = () => [...(first.data() ? [first.data() as OrphanPage] : []), ...rest()]
  const next = () => pages().at(-1)?.next ?? null

  const more = async () => {
    const after = next()
    if (!after) return
    setProblem('')
    try {
      const page = await getOrphans(after)
      setRest((held) => [...held, page])
    } catch (thrown) {
      setProblem(asApiError(thrown).message)
    }
  }

  return (
    <Loaded data={first.data()} error={first.error()} retry={first.load}>
      {(page) => (
        <Show
          when={page().items.length > 0}
          fallback={<StatePanel kind="empty" heading={w.noOrphans} text={w.noOrphansText} />}
        >
          <p class="page-intro">{w.orphansIntro}</p>
          <OrphanList items={pages().flatMap(({ items }) => items)} hasMore={next() !== null} onMore={more} />
          <p class="field-error" role="alert">
            {problem()}
          </p>
        </Show>
      )}
    </Loaded>
  )
}
