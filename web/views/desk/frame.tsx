import { type RouteSectionProps, useCurrentMatches, useNavigate } from '@solidjs/router'
import {
  createContext,
  createMemo,
  createSignal,
  type JSX,
  mapArray,
  onCleanup,
  Show,
  useContext,
} from 'solid-js'
import type { Account } from '../../api/session'
import { TopBar } from '../../components/desk/top-bar'
import { t } from '../../locales/desk'
import { ConsultationChoice } from './consultation-choice'
import { createOnline } from './device'
import { type Desk, deskPath, desksFor, inHead } from './return-address'
import { useSession } from './session'

/** What a route says of its screen. */
export interface Place {
  desk: Desk
  /** A screen of panes, each of which scrolls for itself, where others scroll as a whole. */
  isOfPanes: boolean
}

type Facts = () => JSX.Element

const FactsContext = createContext<(facts: Facts | undefined) => void>()

/** Head and main part around whichever screen is open: it stands as long as the application does. */
export function Frame(props: RouteSectionProps) {
  const session = useSession()
  const navigate = useNavigate()
  const matches = useCurrentMatches()
  const online = createOnline()
  const [facts, setFacts] = createSignal<Facts>()
  const place = () => matches()[0]?.route.info as Place | undefined
  const offered = () => desksOf(session.account())
  const links = createMemo(
    mapArray(offered, (desk) => ({
      href: deskPath(desk),
      name: t.deskNames[desk],
      get isCurrent() {
        return desk === place()?.desk
      },
      get isInMenu() {
        return !inHead(offered()).includes(desk)
      },
    })),
  )
  const leave = async () => {
    await session.leave()
    navigate('/sign-in', { replace: true })
  }

  return (
    <div class="frame" classList={{ 'frame-fixed': place()?.isOfPanes }}>
      <a class="skip" href="#main" rel="external">
        {t.skip}
      </a>
      <TopBar
        account={session.account()}
        links={links()}
        isAccountOpen={place()?.desk === 'account'}
        choice={<ConsultationChoice />}
        onLeave={leave}
      >
        {facts()?.()}
      </TopBar>
      <Show when={!online()}>
        <p class="offline" role="alert">
          {t.offline}
        </p>
      </Show>
      <main class="main" id="main" tabindex="-1">
        <FactsContext.Provider value={(shown) => setFacts(() => shown)}>
          {props.children}
        </FactsContext.Provider>
      </main>
    </div>
  )
}

/** The own account stands at the head's other end; until a required second factor is on it is all there is. */
function desksOf(account: Account | null | undefined): Desk[] {
  if (!account || account.secondFactor === 'required') return []
  return desksFor(account.role).filter((desk) => desk !== 'account')
}

/** What the head says of the open desk in figures, for as long as its screen stands. */
export function HeadFacts(props: { children: JSX.Element }) {
  const show = useContext(FactsContext)
  show?.(() => props.children)
  onCleanup(() => show?.(undefined))
  return null
}
