import { Navigate, useLocation } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { t, words } from '../../locales/desk'
import { type Desk, deskPath, isDeskOf, ownDesk, signInPath } from './return-address'
import { useSession } from './session'

/** Shows its children only to the desk's own roles, once they have the second factor that they need; everybody else gets a way on. */
export function Guard(props: { desk: Desk; children: JSX.Element }) {
  const session = useSession()
  const location = useLocation()
  const account = () => session.account()
  const here = () => `${location.pathname}${location.search}`

  return (
    <Switch fallback={<StatePanel isPage kind="loading" heading={t.loading} />}>
      <Match when={account() === undefined && session.error()}>
        {(error) => (
          <StatePanel
            isPage
            kind="error"
            heading={t.failed}
            text={error().message}
            retry={() => session.load()}
          />
        )}
      </Match>
      <Match when={account() === null}>
        <Navigate href={signInPath(here()).slice(within('/desk').length)} />
      </Match>
      <Match when={account()?.secondFactor === 'required' && props.desk !== 'account'}>
        <Navigate href="/account" />
      </Match>
      <Match when={account()}>
        {(signedIn) => (
          <Show
            when={isDeskOf(signedIn().role, props.desk)}
            fallback={
              <StatePanel
                isPage
                kind="lacking"
                heading={t.lacking.heading}
                text={t.lacking.text(signedIn().name, words.roles[signedIn().role])}
              >
                <a class="button button-main" href={deskPath(ownDesk(signedIn().role))}>
                  {t.lacking.own(t.deskNames[ownDesk(signedIn().role)])}
                </a>
                <button type="button" class="button" onClick={() => session.leave()}>
                  {t.lacking.other}
                </button>
              </StatePanel>
            }
          >
            {props.children}
          </Show>
        )}
      </Match>
    </Switch>
  )
}
