import { createSignal, For, type JSX, Show } from 'solid-js'
import { asApiError } from '../../api/api-error'
import type { Account } from '../../api/session'
import { within } from '../../lib/links'
import { t, words } from '../../locales/desk'

interface TopBarProps {
  account: Account | null | undefined
  links: readonly { href: string; name: string; current: boolean }[]
  isAccountOpen: boolean
  /** Which consultation it is of. */
  choice?: JSX.Element
  children?: JSX.Element
  onLeave: () => Promise<void>
}

/** Where the links are one row that scrolls, the one that is open stands in sight. */
function showInRow(link: HTMLElement): void {
  requestAnimationFrame(() => {
    const row = link.parentElement
    if (row) row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2
  })
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
                <For each={props.links}>
                  {(link) => (
                    <a
                      href={link.href}
                      aria-current={link.current ? 'page' : undefined}
                      ref={(element) => link.current && showInRow(element)}
                    >
                      {link.name}
                    </a>
                  )}
                </For>
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
