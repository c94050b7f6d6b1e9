import { assets } from 'virtual:assets'
import { For, type JSX } from 'solid-js'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { useFrame } from './frame-context'

interface DocumentProps {
  title: string
  description?: string | undefined
  /** A class of `<body>`: what kind of page it is, for the layout. */
  kind: string
  isIndexed: boolean
  query?: string | undefined
  children: JSX.Element
}

const asset = (path: string) => (path.startsWith('/') ? path : `/${path}`)

function Head(props: { title: string; entry: string; description?: string | undefined; isIndexed: boolean }) {
  const sheets = () => [
    ...(assets.style?.css ?? (assets.style ? [assets.style.file] : [])),
    ...(assets[props.entry]?.css ?? []),
  ]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf6" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#161412" />
      <title>{props.title}</title>
      {props.description ? <meta name="description" content={props.description} /> : null}
      {props.isIndexed ? null : <meta name="robots" content="noindex" />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <For each={sheets()}>{(file) => <link rel="stylesheet" href={asset(file)} />}</For>
      {assets[props.entry] ? <script type="module" src={asset(assets[props.entry]?.file ?? '')} /> : null}
    </head>
  )
}

export function Document(props: DocumentProps) {
  const frame = useFrame()
  return (
    <html lang={frame.language === 'zh' ? 'zh-CN' : 'en'}>
      <Head
        title={props.title}
        entry="site"
        description={props.description}
        isIndexed={props.isIndexed}
      />
      <body class={`page-${props.kind}`}>
        <a class="skip" href="#main">
          {frame.words.skip}
        </a>
        <SiteHeader query={props.query ?? ''} />
        <main id="main" tabindex="-1">
          {props.children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}

/** The shell of the moderators' and staff's application, which draws itself. */
export function DeskDocument() {
  const frame = useFrame()
  return (
    <html lang={frame.language === 'zh' ? 'zh-CN' : 'en'}>
      <Head title={`${frame.words.desk.title} · ${frame.words.product}`} entry="desk" isIndexed={false} />
      <body class="page-desk">
        <div id="desk" data-language={frame.language} />
        <noscript>
          <p class="desk-noscript">{frame.words.desk.noScript}</p>
        </noscript>
      </body>
    </html>
  )
}
