import { useNavigate } from '@solidjs/router'
import { type ComponentProps, type JSX, Show } from 'solid-js'
import { StatePanel } from '../../components/desk/state-panel'
import { TopBar } from '../../components/desk/top-bar'
import { t } from '../../locales/desk'
import { createOnline } from './device'
import { type Desk, deskPath, desksFor } from './return-address'
import { useSession } from './session'

interface FrameProps {
  desk?: Desk
  /** What the head says of this desk in figures. */
  facts?: JSX.Element
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
  const links = () =>
    desksFor(session.account()?.role ?? 'staff').map((desk) => ({
      href: deskPath(desk),
      name: t.deskNames[desk],
      current: desk === props.desk,
    }))

  return (
    <div class="frame" classList={{ 'frame-fixed': props.desk === 'moderation' }}>
      <a class="skip" href="#main" rel="external">
        {t.skip}
      </a>
      <TopBar account={session.account()} links={links()} onLeave={leave}>
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

/** A page that has one thing to say: loading, failed, not allowed, not there. */
export function PageState(props: Omit<ComponentProps<typeof StatePanel>, 'isPage'>) {
  return (
    <Frame>
      <StatePanel {...props} isPage />
    </Frame>
  )
}
