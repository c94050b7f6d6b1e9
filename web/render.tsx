import { NoHydration, renderToString } from 'solid-js/web'
import { DeskDocument, Document } from './components/frame/document'
import { type DrawnFrame, FrameProvider, useFrame } from './components/frame/frame-context'
import type { Frame, PublicPage } from './page'
import { CommentView } from './views/public/comment'
import { CommentFormView } from './views/public/comment-form'
import { CommentPreviewView } from './views/public/comment-preview'
import { ErrorView } from './views/public/error'
import { FiguresView } from './views/public/figures'
import { HomeView } from './views/public/home'
import { MeasureView } from './views/public/measure'
import { MeasureResultView } from './views/public/measure-result'
import { ModerationLogView } from './views/public/moderation-log'
import { OpenDataView } from './views/public/open-data'
import { pageTitle } from './views/public/page-title'
import { PolicyView } from './views/public/policy'
import { ReceiptView } from './views/public/receipt'
import { ReceiptLookupView } from './views/public/receipt-lookup'
import { ReportView } from './views/public/report'
import { ResultsView } from './views/public/results'
import { RevisionsView } from './views/public/revisions'
import { SearchView } from './views/public/search'
import { TransparencyView } from './views/public/transparency'

export type { Frame, PublicPage } from './page'

function View(props: { page: PublicPage }) {
  const { page } = props
  switch (page.view) {
    case 'home':
      return <HomeView {...page} />
    case 'measure':
      return <MeasureView {...page} />
    case 'revisions':
      return <RevisionsView {...page} />
    case 'comment':
      return <CommentView {...page} />
    case 'comment-form':
      return <CommentFormView {...page} />
    case 'comment-preview':
      return <CommentPreviewView {...page} />
    case 'receipt-lookup':
      return <ReceiptLookupView {...page} />
    case 'receipt':
      return <ReceiptView {...page} />
    case 'search':
      return <SearchView {...page} />
    case 'figures':
      return <FiguresView {...page} />
    case 'policy':
      return <PolicyView {...page} />
    case 'moderation-log':
      return <ModerationLogView {...page} />
    case 'open-data':
      return <OpenDataView {...page} />
    case 'transparency':
      return <TransparencyView {...page} />
    case 'report':
      return <ReportView {...page} />
    case 'results':
      return <ResultsView {...page} />
    case 'measure-result':
      return <MeasureResultView {...page} />
    case 'error':
      return <ErrorView {...page} />
  }
}

const indexed: readonly PublicPage['view'][] = [
  'home',
  'measure',
  'revisions',
  'comment',
  'figures',
  'policy',
  'moderation-log',
  'transparency',
  'open-data',
  'results',
  'measure-result',
]

function descriptionOf(page: PublicPage, { words, language }: DrawnFrame): string | undefined {
  if (page.view === 'measure')
    return page.measure.clauses
      .map((clause) => clause.text)
      .join('')
      .slice(0, 120)
  if (page.view !== 'home') return undefined
  const { title, titleEn } = page.plan.consultation
  return words.home.description(language === 'zh' ? title : titleEn)
}

function Page(props: { page: PublicPage }) {
  const frame = useFrame()
  return (
    <Document
      title={pageTitle(props.page, frame)}
      description={descriptionOf(props.page, frame)}
      kind={props.page.view}
      isIndexed={indexed.includes(props.page.view)}
      query={props.page.view === 'search' ? props.page.query : ''}
    >
      <View page={props.page} />
    </Document>
  )
}

/** A whole HTML document; only its islands hydrate. */
export function renderPage(page: PublicPage, frame: Frame): string {
  return `<!doctype html>${renderToString(() => (
    <NoHydration>
      <FrameProvider frame={frame}>
        <Page page={page} />
      </FrameProvider>
    </NoHydration>
  ))}`
}

/** The shell in which the moderators' and staff's application draws itself. */
export function renderDesk(frame: Frame): string {
  return `<!doctype html>${renderToString(() => (
    <NoHydration>
      <FrameProvider frame={frame}>
        <DeskDocument />
      </FrameProvider>
    </NoHydration>
  ))}`
}
