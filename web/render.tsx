import type { JSX } from 'solid-js'
import { NoHydration, renderToString } from 'solid-js/web'
import { DeskDocument, Document } from './components/frame/document'
import { type DrawnFrame, FrameProvider, useFrame } from './components/frame/frame-context'
import type { FeedName } from './lib/links'
import { linkingWithin } from './lib/links'
import type { Frame, PublicPage } from './page'
import { AccountView } from './views/public/account'
import { AccountEraseView } from './views/public/account-erase'
import { AccountConfirmView, AccountPasswordView, AccountSentView } from './views/public/account-links'
import { AccountSignInView } from './views/public/account-sign-in'
import { AccountSignUpView } from './views/public/account-sign-up'
import { CommentView } from './views/public/comment'
import { CommentFormView } from './views/public/comment-form'
import { CommentPreviewView } from './views/public/comment-preview'
import { ConsultationsView } from './views/public/consultations'
import { EnterpriseView } from './views/public/enterprise'
import { EnterpriseFormView } from './views/public/enterprise-form'
import { EnterpriseInvitationView } from './views/public/enterprise-invitation'
import { ErrorView } from './views/public/error'
import { FiguresView } from './views/public/figures'
import { FollowView } from './views/public/follow'
import { FollowEndView } from './views/public/follow-end'
import { FollowManageView } from './views/public/follow-manage'
import { FollowSentView } from './views/public/follow-sent'
import { HomeView } from './views/public/home'
import { MeasureView } from './views/public/measure'
import { MeasureResultView } from './views/public/measure-result'
import { ModerationLogView } from './views/public/moderation-log'
import { OpenDataView } from './views/public/open-data'
import { pageTitle } from './views/public/page-title'
import { PolicyView } from './views/public/policy'
import { PrivacyView } from './views/public/privacy'
import { ReceiptView } from './views/public/receipt'
import { ReceiptEraseView } from './views/public/receipt-erase'
import { ReceiptLookupView } from './views/public/receipt-lookup'
import { ReportView } from './views/public/report'
import { ResponseView } from './views/public/response'
import { ResponseApprovalView } from './views/public/response-approval'
import { ResponseEntryView } from './views/public/response-entry'
import { ResponseFormView } from './views/public/response-form'
import { ResponseHistoryView } from './views/public/response-history'
import { ResponseReceiptView } from './views/public/response-receipt'
import { ResultsView } from './views/public/results'
import { RevisionsView } from './views/public/revisions'
import { SearchView } from './views/public/search'
import { StampedFormView } from './views/public/stamped-form'
import { TransparencyView } from './views/public/transparency'
import { VerifyFormView } from './views/public/verify-form'

export { hasTyped, moveEntry } from './lib/entry-values'
export { mergeEntry } from './lib/merge-entry'

export type { Frame, PublicPage } from './page'

function View(props: { page: PublicPage }) {
  const { page } = props
  switch (page.view) {
    case 'home':
      return <HomeView {...page} />
    case 'consultations':
      return <ConsultationsView {...page} />
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
    case 'receipt-erase':
      return <ReceiptEraseView {...page} />
    case 'account-erase':
      return <AccountEraseView {...page} />
    case 'stamped-form':
      return <StampedFormView {...page} />
    case 'verify-form':
      return <VerifyFormView {...page} />
    case 'search':
      return <SearchView {...page} />
    case 'follow':
      return <FollowView {...page} />
    case 'follow-sent':
      return <FollowSentView {...page} />
    case 'follow-manage':
      return <FollowManageView {...page} />
    case 'follow-end':
      return <FollowEndView {...page} />
    case 'figures':
      return <FiguresView {...page} />
    case 'policy':
      return <PolicyView {...page} />
    case 'privacy':
      return <PrivacyView {...page} />
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
    case 'account-sign-in':
      return <AccountSignInView {...page} />
    case 'account-sign-up':
      return <AccountSignUpView {...page} />
    case 'account-sent':
      return <AccountSentView {...page} />
    case 'account-confirm':
      return <AccountConfirmView {...page} />
    case 'account-password':
      return <AccountPasswordView {...page} />
    case 'account':
      return <AccountView {...page} />
    case 'enterprise':
      return <EnterpriseView {...page} />
    case 'enterprise-form':
      return <EnterpriseFormView {...page} />
    case 'enterprise-invitation':
      return <EnterpriseInvitationView {...page} />
    case 'response':
      return <ResponseView {...page} />
    case 'response-entry':
      return <ResponseEntryView {...page} />
    case 'response-approval':
      return <ResponseApprovalView {...page} />
    case 'response-receipt':
      return <ResponseReceiptView {...page} />
    case 'response-form':
      return <ResponseFormView {...page} />
    case 'response-history':
      return <ResponseHistoryView {...page} />
    case 'error':
      return <ErrorView {...page} />
  }
}

const indexed: readonly PublicPage['view'][] = [
  'home',
  'consultations',
  'measure',
  'revisions',
  'comment',
  'figures',
  'policy',
  'privacy',
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
  const { title, titleEn, phase } = page.plan.consultation
  return words.home.description(language === 'zh' ? title : titleEn, phase === 'closed')
}

/** What a feed reader finds on a page. */
function feedsOf(page: PublicPage): FeedName[] {
  switch (page.view) {
    case 'home':
    case 'follow':
      return ['answers', 'results', 'revisions']
    case 'measure':
      return [`measures/${page.measure.key}`]
    case 'results':
    case 'measure-result':
      return ['results']
    case 'revisions':
      return ['revisions']
    default:
      return []
  }
}

function Page(props: { page: PublicPage }) {
  const frame = useFrame()
  return (
    <Document
      title={pageTitle(props.page, frame)}
      description={descriptionOf(props.page, frame)}
      feeds={frame.draft === undefined ? feedsOf(props.page) : []}
      kind={props.page.view}
      isIndexed={frame.draft === undefined && indexed.includes(props.page.view)}
      query={props.page.view === 'search' ? props.page.query : ''}
    >
      <View page={props.page} />
    </Document>
  )
}

/** A whole HTML document; only its islands hydrate. */
export function renderPage(page: PublicPage, frame: Frame): string {
  return draw(frame, () => <Page page={page} />)
}

/** The shell in which the moderators' and staff's application draws itself. */
export function renderDesk(frame: Frame): string {
  return draw(frame, () => <DeskDocument />)
}

function draw(frame: Frame, content: () => JSX.Element): string {
  const html = linkingWithin(
    frame.base,
    () =>
      renderToString(() => (
        <NoHydration>
          <FrameProvider frame={frame}>{content()}</FrameProvider>
        </NoHydration>
      )),
    frame.consultation,
  )
  return `<!doctype html>${html}`
}
