import { languagePath } from '../../lib/links'
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

export function SiteHeader(props: { query: string }) {
  const frame = useFrame()
  const nav = frame.words.nav
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href="/">
          <span class="brand-seal" aria-hidden="true" lang="zh-CN">
            言
          </span>
          <span class="brand-name">{frame.words.product}</span>
          <span class="brand-tagline">{frame.words.tagline}</span>
        </a>
        <nav class="site-nav" aria-label={nav.main}>
          <ul>
            <NavLink href="/" class="wide-only">
              {nav.plan}
            </NavLink>
            <NavLink href="/receipts">{nav.receipts}</NavLink>
            <NavLink href="/search" class="narrow-only">
              {nav.search}
            </NavLink>
          </ul>
        </nav>
        <search class="site-search">
          <form action="/search">
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
          <li>
            <a
              href={languagePath(frame.language === 'zh' ? 'en' : 'zh', frame.path)}
              lang={frame.language === 'zh' ? 'en' : 'zh-CN'}
              hreflang={frame.language === 'zh' ? 'en' : 'zh-CN'}
            >
              {nav.language}
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
