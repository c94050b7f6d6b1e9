import { useNavigate } from '@solidjs/router'
import { type ComponentProps, type JSX, Show } from 'solid-js'
import type { Account } from '../../api/session'
import { StatePanel } from '../../components/desk/state-panel'
import { TopBar } from '../../components/desk/top-bar'
import { t } from '../../locales/desk'
import { ConsultationChoice } from './consultation-choice'
import { createOnline } from './device'
import { type Desk, deskPath, desksFor, inHead } from './return-address'
import { useSession } from './session'

interface FrameProps {
  desk?: Desk
  /** What the head says of this desk in figures. */
  facts?: JSX.Element
  /** A page that scrolls as a whole, where the desk's own is a screen of panes. */
  isPage?: boolean
  children: JSX.Element
}

export function Frame(props: FrameProps) {
  const session = useSession()
  const navigate = useNavigate()
  const online = createOnline()
  const leave = async () => {
    await session.leave()
    navigate('/sign-in', { replace: true })
  }
  const links = () => {
    const offered = desksOf(session.account())
    return offered.map((desk) => ({
      href: deskPath(desk),
      name: t.deskNames[desk],
      current: desk === props.desk,
      isInMenu: !inHead(offered).includes(desk),
    }))
  }

  return (
    <div class="frame" classList={{ 'frame-fixed': isOfPanes(props.desk) && !props.isPage }}>
      <a class="skip" href="#main" rel="external">
        {t.skip}
      </a>
      <TopBar
        account={session.account()}
        links={links()}
        isAccountOpen={props.desk === 'account'}
        choice={<ConsultationChoice />}
        onLeave={leave}
      >
        {props.facts}
      </TopBar>
      <Show when={!online()}>
        <p class="offline" role="alert">
          {t.offline}
        </p>
      </Show>
      <main class="main" id="main" tabindex="-1">
        {props.children}
      </main>
    </div>
  )
}

/** A desk whose own screen is one of panes, each of which scrolls for itself. */
const isOfPanes = (desk: Desk | undefined) => desk === 'moderation' || desk === 'cases'

/** The own account stands at the head's other end; until a required second factor is on it is all there is. */
function desksOf(account: Account | null | undefined): Desk[] {
  if (!account || account.secondFactor === 'required') return []
  return desksFor(account.role).filter((desk) => desk !== 'account')
}

/** A page that has one thing to say: loading, failed, not allowed, not there. */
export function PageState(props: Omit<ComponentProps<typeof StatePanel>, 'isPage'>) {
  return (
    <Frame>
      <StatePanel {...props} isPage />
    </Frame>
  )
}
