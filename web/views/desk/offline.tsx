import { useSearchParams } from '@solidjs/router'
import { Loaded } from '../../components/desk/loaded'
import '../../styles/desk-offline.css'
import { createEffect, For, Match, Show, Switch } from 'solid-js'
import type { OfflineView } from '../../../worker/contract/offline'
import { getOffline } from '../../api/offline'
import { ChannelTable } from '../../components/desk/offline/channel-table'
import { ImportList } from '../../components/desk/offline/import-list'
import { ImportPanel } from '../../components/desk/offline/import-panel'
import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { t } from '../../locales/desk'
import { o } from '../../locales/desk/offline'
import { createLoad } from './create-load'
import { EnterOpinion } from './offline/enter-opinion'
import { useSession } from './session'

const views = ['enter', 'import'] as const

/** `/desk/offline`: opinions that came in past the site. */
export function Offline() {
  const session = useSession()
  const loaded = createLoad(getOffline)
  document.title = `${o.heading} · ${t.product}`
  createEffect(() => {
    if (loaded.error()?.code === 'unauthenticated') void session.load()
  })
  return (
    <div class="sheet-page sheet-page-wide offline-desk">
      <header class="page-head">
        <h1>{o.heading}</h1>
        <p class="page-intro">{o.intro}</p>
      </header>
      <Loaded data={loaded.data()} error={loaded.error()} retry={loaded.load}>
        {(view) => <Desk view={view()} reload={() => void loaded.load()} />}
      </Loaded>
    </div>
  )
}

function Desk(props: { view: OfflineView; reload: () => void }) {
  const [query] = useSearchParams<{ view: string }>()
  const chosen = () => views.find((each) => each === query.view) ?? 'enter'
  return (
    <>
      <Switch
        fallback={
          <>
            <nav class="offline-views" aria-label={o.heading}>
              <For each={views}>
                {(each) => (
                  <a
                    class="button"
                    href={within(`/desk/offline?view=${each}`)}
                    aria-current={chosen() === each ? 'page' : undefined}
                  >
                    {o.views[each]}
                  </a>
                )}
              </For>
            </nav>
            <Show when={chosen() === 'enter'} fallback={<ImportPanel onImported={() => props.reload()} />}>
              <EnterOpinion days={props.view.days} onEntered={() => props.reload()} />
            </Show>
          </>
        }
      >
        <Match when={props.view.isResultPublic}>
          <StatePanel kind="empty" heading={o.published} />
        </Match>
        <Match when={!props.view.days}>
          <StatePanel kind="empty" heading={o.notOpen} />
        </Match>
      </Switch>
      <section class="block" aria-labelledby="channels-heading">
        <h2 id="channels-heading">{o.totals}</h2>
        <ChannelTable channels={props.view.channels} />
      </section>
      <ImportList imports={props.view.imports} />
    </>
  )
}
