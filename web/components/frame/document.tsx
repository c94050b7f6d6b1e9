import { assets } from 'virtual:assets'
import { For, type JSX, Show } from 'solid-js'
import { type FeedName, feedPath, homePath } from '../../lib/links'
import { DemoMark } from './demo-mark'
import { DraftMark } from './draft-mark'
import { useFrame } from './frame-context'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

interface DocumentProps {
  title: string
  description?: string | undefined
  /** What feed readers find. */
  feeds: FeedName[]
  /** A class of `<body>`: what kind of page it is, for the layout. */
  kind: string
  isIndexed: boolean
  query?: string | undefined
  children: JSX.Element
}

function Head(props: {
  title: string
  entry: string
  description?: string | undefined
  isIndexed: boolean
  feeds?: FeedName[]
}) {
  const { words, language, draft } = useFrame()
  const asset = () => assets[props.entry]
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
      <For each={props.feeds}>
        {(feed) => (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={words.follow.feedTitle(feed)}
            href={feedPath(feed, language)}
          />
        )}
      </For>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <For each={asset()?.css}>{(file) => <link rel="stylesheet" href={file} />}</For>
      <Show when={draft === undefined}>
        <For each={asset()?.imports}>{(file) => <link rel="modulepreload" href={file} />}</For>
        <Show when={asset()?.file}>{(file) => <script type="module" src={file()} />}</Show>
      </Show>
    </head>
  )
}

export function Document(props: DocumentProps) {
  const frame = useFrame()
  return (
    <html
      lang={frame.language === 'zh' ? 'zh-CN' : 'en'}
      data-base={frame.base || undefined}
      data-consultation={frame.consultation ?? undefined}
      data-type={frame.textSize === 'standard' ? undefined : frame.textSize}
    >
      <Head
        title={props.title}
        entry="site"
        description={props.description}
        isIndexed={props.isIndexed}
        feeds={props.feeds}
      />
      <body class={`page-${props.kind}`}>
        <DemoMark />
        <DraftMark />
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
    <html
      lang={frame.language === 'zh' ? 'zh-CN' : 'en'}
      data-base={frame.base || undefined}
      data-consultation={frame.consultation ?? undefined}
    >
      <Head title={`${frame.words.desk.title} · ${frame.words.product}`} entry="desk" isIndexed={false} />
      <body class="page-desk">
        <DemoMark />
        <div id="desk" data-language={frame.language} />
        <noscript>
          <main class="state">
            <h1 class="state-heading">{frame.words.desk.title}</h1>
            <p class="state-text desk-noscript">{frame.words.desk.noScript}</p>
            <p class="state-actions">
              <a class="button" href={homePath()}>
                {frame.words.desk.toPublic}
              </a>
            </p>
          </main>
        </noscript>
      </body>
    </html>
  )
}
