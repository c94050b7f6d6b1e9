import { Navigate } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'
import { ownDesk } from './return-address'
import { useSession } from './session'

/** `/desk`: on to the desk of one's role, or to sign-in. */
export function DeskHome() {
  const session = useSession()
  return (
    <Switch fallback={<StatePanel isPage kind="loading" heading={t.loading} />}>
      <Match when={session.account() === undefined && session.error()}>
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
      <Match when={session.account() === null}>
        <Navigate href="/sign-in" />
      </Match>
      <Match when={session.account()}>{(account) => <Navigate href={`/${ownDesk(account().role)}`} />}</Match>
    </Switch>
  )
}
