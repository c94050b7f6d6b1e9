import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { asApiError } from '../../api/api-error'
import type { Account } from '../../api/session'
import { within } from '../../lib/links'
import { t, words } from '../../locales/desk'

interface DeskLink {
  href: string
  name: string
  isCurrent: boolean
  isInMenu: boolean
}

interface TopBarProps {
  account: Account | null | undefined
  links: readonly DeskLink[]
  isAccountOpen: boolean
  /** Which consultation it is of. */
  choice?: JSX.Element
  children?: JSX.Element
  onLeave: () => Promise<void>
}

function BarLink(props: { link: DeskLink; onFollow?: () => void }) {
  return (
    <a
      href={props.link.href}
      aria-current={props.link.isCurrent ? 'page' : undefined}
      onClick={() => props.onFollow?.()}
    >
      {props.link.name}
    </a>
  )
}

/** What the head has no room for; following a link, Escape and a click elsewhere close it. */
function MoreDesks(props: { links: readonly DeskLink[] }) {
  let menu!: HTMLDetailsElement
  const close = () => {
    menu.open = false
  }
  const closeOutside = ({ target }: PointerEvent) => {
    if (!menu.contains(target as Node)) close()
  }
  document.addEventListener('pointerdown', closeOutside)
  onCleanup(() => document.removeEventListener('pointerdown', closeOutside))
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return
    event.stopPropagation()
    close()
    menu.querySelector('summary')?.focus()
  }
  const current = () => props.links.find((link) => link.isCurrent)
  return (
    <details class="bar-more" ref={menu} onKeyDown={leave}>
      <summary classList={{ 'bar-more-current': current() !== undefined }}>
        {t.moreDesks(current()?.name)}
      </summary>
      <div class="bar-more-links">
        <For each={props.links}>{(link) => <BarLink link={link} onFollow={close} />}</For>
      </div>
    </details>
  )
}

/** The desk's head: where one is, who one is, the way out. */
export function TopBar(props: TopBarProps) {
  const [problem, setProblem] = createSignal('')
  const leave = () => {
    setProblem('')
    props.onLeave().catch((thrown: unknown) => setProblem(asApiError(thrown).message))
  }

  return (
    <header class="bar">
      <a class="bar-brand" href={within('/desk')}>
        <span class="bar-seal" aria-hidden="true">
          言
        </span>
        <span class="bar-product">{t.product}</span>
      </a>
      <Show when={props.account}>
        {(account) => (
          <>
            <Show when={props.links.length > 0}>
              <nav class="bar-nav" aria-label={t.nav}>
                <For each={props.links.filter(({ isInMenu }) => !isInMenu)}>
                  {(link) => <BarLink link={link} />}
                </For>
                <Show when={props.links.some(({ isInMenu }) => isInMenu)}>
                  <MoreDesks links={props.links.filter(({ isInMenu }) => isInMenu)} />
                </Show>
              </nav>
            </Show>
            <div class="bar-facts">{props.children}</div>
            <div class="bar-account">
              {props.choice}
              <a
                class="bar-who"
                href={within('/desk/account')}
                aria-current={props.isAccountOpen ? 'page' : undefined}
              >
                <span class="visually-hidden">{t.account}</span>
                <b>{account().name}</b> <span class="bar-role">{words.roles[account().role]}</span>
              </a>
              <button type="button" class="button button-quiet" onClick={leave}>
                {t.signOut}
              </button>
            </div>
          </>
        )}
      </Show>
      <Show when={!props.account}>
        <a class="bar-public" href={within('/')} rel="external">
          {t.publicSite}
        </a>
      </Show>
      <Show when={problem()}>
        <p class="bar-problem" role="alert">
          {problem()}
        </p>
      </Show>
    </header>
  )
}
