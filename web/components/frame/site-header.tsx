import { For } from 'solid-js'
import { type TextSize, textSizes } from '../../../worker/contract/words'
import {
  figuresPath,
  homePath,
  languagePath,
  listPath,
  resultsPath,
  revisionsPath,
  searchPath,
  textSizePath,
} from '../../lib/links'
import { SearchIcon } from '../ui/icons'
import { useFrame } from './frame-context'

/** `isKept`: stays in sight where the rest is in the menu. */
function NavLink(props: { href: string; isKept?: boolean; children: string }) {
  const frame = useFrame()
  const current = () => (frame.path.split('?')[0] === props.href ? 'page' : undefined)
  return (
    <li classList={{ 'is-kept': props.isKept === true }}>
      <a href={props.href} aria-current={current()}>
        {props.children}
      </a>
    </li>
  )
}

/** From the standard size one step up; once larger, to either of the others. */
const offeredFrom = (current: TextSize): TextSize[] =>
  current === 'standard' ? ['large'] : textSizes.filter((size) => size !== current)

function Pages() {
  const frame = useFrame()
  const { nav } = frame.words
  return (
    <>
      <NavLink href={homePath()}>{nav.plan}</NavLink>
      <NavLink href={listPath(frame.draft)}>{nav.consultations}</NavLink>
      <NavLink href="/receipts">{nav.receipts}</NavLink>
      <NavLink href={figuresPath()}>{nav.figures}</NavLink>
      <NavLink href={revisionsPath()}>{nav.revisions}</NavLink>
      <NavLink href={resultsPath()}>{nav.results}</NavLink>
    </>
  )
}

/** How the reader reads, and who they are. */
function Own() {
  const frame = useFrame()
  const { nav } = frame.words
  const other = frame.language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <For each={offeredFrom(frame.textSize)}>
        {(size) => (
          <NavLink href={textSizePath(size, frame.path)} isKept>
            {nav.textSize[size]}
          </NavLink>
        )}
      </For>
      <li classList={{ 'is-kept': frame.textSize === 'standard' }}>
        <a
          href={languagePath(other, frame.path)}
          lang={other === 'zh' ? 'zh-CN' : other}
          hreflang={other === 'zh' ? 'zh-CN' : other}
        >
          {nav.language}
        </a>
      </li>
      <NavLink href={frame.isSignedIn ? '/account' : '/account/sign-in'}>
        {frame.isSignedIn ? nav.account : nav.signIn}
      </NavLink>
    </>
  )
}

/** One row; where it has no room for all, the rest is in a menu that needs no script. */
export function SiteHeader(props: { query: string }) {
  const frame = useFrame()
  const nav = frame.words.nav
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href={homePath()}>
          <span class="brand-seal" aria-hidden="true" lang="zh-CN">
            言
          </span>
          <span class="brand-name">{frame.words.product}</span>
          <span class="brand-tagline">{frame.words.tagline}</span>
        </a>
        <nav class="site-nav" aria-label={nav.main}>
          <ul>
            <Pages />
          </ul>
        </nav>
        <search class="site-search">
          <form action={searchPath('')}>
            <input
              type="search"
              name="q"
              value={props.query}
              aria-label={nav.searchLabel}
              placeholder={nav.searchPlaceholder}
              autocomplete="off"
            />
            <button type="submit" aria-label={nav.search}>
              <SearchIcon />
            </button>
          </form>
        </search>
        <ul class="site-side">
          <Own />
        </ul>
        <details class="site-menu">
          <summary>{nav.menu}</summary>
          <nav aria-label={nav.main}>
            <ul>
              <NavLink href={searchPath('')}>{nav.search}</NavLink>
              <Pages />
              <Own />
            </ul>
          </nav>
        </details>
      </div>
    </header>
  )
}
