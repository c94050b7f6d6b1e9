import { type Component, lazy, Suspense } from 'solid-js'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'

/** A screen whose code is fetched when somebody first opens it. */
export function lazyScreen(load: () => Promise<Component>): Component {
  const Screen = lazy(async () => ({ default: await load().catch(() => NotFetched) }))
  return () => (
    <Suspense fallback={<StatePanel isPage kind="loading" heading={t.loading} />}>
      <Screen />
    </Suspense>
  )
}

/** Offline, or the site has a new version since: loading the page anew helps with both. */
const NotFetched: Component = () => (
  <StatePanel
    isPage
    kind="error"
    heading={t.failed}
    text={t.transport.offline}
    retry={() => window.location.reload()}
  />
)
