import { For } from 'solid-js'
import { type TextSize, textSizes } from '../../../worker/contract/words'
import {
  consultationsPath,
  figuresPath,
  homePath,
  languagePath,
  resultsPath,
  revisionsPath,
  searchPath,
  textSizePath,
} from '../../lib/links'
import { SearchIcon } from '../ui/icons'
import { useFrame } from './frame-context'

function NavLink(props: { href: string; class?: string; children: string }) {
  const frame = useFrame()
  const current = () => (frame.path.split('?')[0] === props.href ? 'page' : undefined)
  return (
    <li class={props.class}>
      <a href={props.href} aria-current={current()}>
        {props.children}
      </a>
    </li>
  )
}

/** From the standard size one step up; once larger, to either of the others. */
const offeredFrom = (current: TextSize): TextSize[] =>
  current === 'standard' ? ['large'] : textSizes.filter((size) => size !== current)

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
            <NavLink href={homePath()} class="wide-only">
              {nav.plan}
            </NavLink>
            <NavLink href={consultationsPath} class="wide-only">
              {nav.consultations}
            </NavLink>
            <NavLink href="/receipts">{nav.receipts}</NavLink>
            <NavLink href={searchPath('')} class="narrow-only">
              {nav.search}
            </NavLink>
          </ul>
        </nav>
        <nav class="site-sections" aria-label={nav.sections}>
          <ul>
            <NavLink href={figuresPath()}>{nav.figures}</NavLink>
            <NavLink href={revisionsPath()}>{nav.revisions}</NavLink>
            <NavLink href={resultsPath()}>{nav.results}</NavLink>
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
          <For each={offeredFrom(frame.textSize)}>
            {(size) => (
              <li>
                <a href={textSizePath(size, frame.path)}>{nav.textSize[size]}</a>
              </li>
            )}
          </For>
          <li>
            <a
              href={languagePath(frame.language === 'zh' ? 'en' : 'zh', frame.path)}
              lang={frame.language === 'zh' ? 'en' : 'zh-CN'}
              hreflang={frame.language === 'zh' ? 'en' : 'zh-CN'}
            >
              {nav.language}
            </a>
          </li>
          <li>
            <a href={frame.isSignedIn ? '/account' : '/account/sign-in'}>
              {frame.isSignedIn ? nav.account : nav.signIn}
            </a>
          </li>
          <li class="wide-only">
            <a href="/desk">{nav.desk}</a>
          </li>
        </ul>
      </div>
    </header>
  )
}
