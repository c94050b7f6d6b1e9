import { Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import type { JourneyStep, ReceiptView as Receipt } from '../../../worker/contract/receipts'
import { noSupports } from '../../../worker/contract/supports'
import { AnswerBlock } from '../../components/answer/answer-block'
import { useFrame } from '../../components/frame/frame-context'
import { About } from '../../components/measure/about'
import { AgainOffer } from '../../components/receipt/again-offer'
import { AppealForm } from '../../components/receipt/appeal-form'
import { AttachedFiles } from '../../components/receipt/attached-files'
import { ChangeOffer } from '../../components/receipt/change-offer'
import { ForFigures } from '../../components/receipt/for-figures'
import { Journey } from '../../components/receipt/journey'
import { KeptText } from '../../components/receipt/kept-text'
import { OutcomeCard } from '../../components/receipt/outcome-card'
import { OwnAnnex } from '../../components/receipt/own-annex'
import { OwnDataOffer } from '../../components/receipt/own-data-offer'
import { PrintOffer } from '../../components/receipt/print-offer'
import { StampedBlock } from '../../components/receipt/stamped-block'
import { StateCard } from '../../components/receipt/state-card'
import { SubmissionTime } from '../../components/receipt/submission-time'
import { Thanks } from '../../components/receipt/thanks'
import { WithdrawForm } from '../../components/receipt/withdraw-form'
import { CommentArticle } from '../../components/thread/comment-article'
import { ReplyTo } from '../../components/thread/reply-to'
import { SealBlock } from '../../components/transparency/seal-block'
import { ErrorSummary } from '../../components/ui/error-summary'
import { changesWording } from '../../lib/changes-wording'
import { summarizeErrors } from '../../lib/form-errors'
import { measurePath, privacyPath, scanUploadPath, stampedFormPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Page = Extract<PublicPage, { view: 'receipt' }>

const asComment = (receipt: Receipt): CommentView => ({
  publicId: receipt.publicId,
  measureKey: receipt.measure.key,
  clauseKey: receipt.clause?.key ?? null,
  quote: receipt.quote,
  wording: receipt.wording,
  madeOn: null,
  parentId: receipt.parentId,
  depth: 0,
  isUnconfirmed: receipt.isUnconfirmed,
  body: receipt.body,
  isErased: receipt.erasedAt !== null,
  stance: receipt.stance,
  disposition: receipt.outcome?.disposition ?? null,
  author: receipt.author,
  revision: receipt.revision,
  createdAt: receipt.createdAt,
  replyCount: 0,
  attachmentCount: receipt.attachments.length,
  annexSummary: receipt.annex?.summary ?? null,
  isStamped: receipt.stamped.isConfirmed,
  supports: noSupports,
})

function Refusals(props: Page) {
  const { words, domain } = useFrame()
  const { form, receipt, stamped } = words
  const errors = summarizeErrors(
    { ...props.appeal?.errors, ...props.stamping?.errors },
    { text: receipt.appealText, code: stamped.code, file: stamped.file },
  )
  const refusal = [props.appeal, props.resubmission, props.withdrawal, props.stamping].find(
    (refused) => refused?.refusal,
  )?.refusal
  return (
    <ErrorSummary
      heading={errors.length > 0 ? form.errorHeading : form.refusalHeading}
      errors={errors}
      refusal={refusal ? domain.errors[refusal] : null}
    />
  )
}

/** What the author can do about the decision: a form each, or what was typed into one that is closed by now. */
function WaysOn(props: Page) {
  const { publicId, clause, mayEdit, mayResubmit, mayWithdraw, appealUntil } = props.receipt
  const ownWording = (typed: string) => (changesWording(typed, clause ? [clause] : []) ? typed : '')
  const { resubmission, appeal } = props
  return (
    <>
      <Show when={resubmission}>
        {(typed) => <KeptText {...typed()} wording={ownWording(typed().wording)} />}
      </Show>
      <Show when={mayEdit || mayResubmit}>
        <ChangeOffer receipt={props.receipt} />
      </Show>
      <Show
        when={appealUntil}
        fallback={<Show when={appeal?.text}>{(typed) => <KeptText body={typed()} />}</Show>}
      >
        {(until) => (
          <AppealForm
            publicId={publicId}
            until={until()}
            text={appeal?.text ?? ''}
            errors={appeal?.errors ?? {}}
            isOpen={appeal !== null || !mayResubmit}
          />
        )}
      </Show>
      <Show when={mayWithdraw}>
        <WithdrawForm publicId={publicId} />
      </Show>
    </>
  )
}

/** With its author's consent, each put the text of its revision before the public. */
const publicSteps: JourneyStep['step'][] = ['published_at_once', 'publish', 'redact', 'restore']

function Yours(props: { receipt: Receipt; parent: CommentView | null }) {
  const { receipt: words } = useFrame().words
  const { state, consentPublish, measure, clause, journey, revision } = props.receipt
  const wasPublic = journey.some((each) => each.revision === revision && publicSteps.includes(each.step))
  const isPublicToBe = consentPublish && ['pending', 'published', 'returned'].includes(state)
  return (
    <section class="yours" aria-labelledby="yours-heading">
      <h2 id="yours-heading">{isPublicToBe ? words.appears : words.yours}</h2>
      <Show when={!isPublicToBe}>
        <p class="hint">{!consentPublish ? words.stays : wasPublic ? words.noLonger : words.notPublic}</p>
      </Show>
      <div class="preview-sheet">
        <About measure={measure} clause={clause} />
        <ReplyTo parent={props.parent} />
        <CommentArticle comment={asComment(props.receipt)} isPreview />
      </div>
    </section>
  )
}

const hasForm = ({ author, state, hidden, erasedAt, isOfEarlierPeople }: Receipt) =>
  !erasedAt &&
  !isOfEarlierPeople &&
  author.kind !== 'individual' &&
  state !== 'withdrawn' &&
  hidden.length === 0

export function ReceiptView(props: Page) {
  const { receipt: words, answer: answerWords, privacy, stamped, colon } = useFrame().words
  const { receipt } = props
  return (
    <div class="column receipt-page">
      <Refusals {...props} />
      <Show when={props.isAgain}>
        <div class="notice" role="status" tabindex="-1" data-focus>
          <p>
            <b>{words.sentBefore}</b>
            <br />
            {words.sentBeforeLead(receipt.publicId, receipt.mayEdit)}
          </p>
        </div>
      </Show>
      <Show when={props.isChanged}>
        <div class="notice" role="status" tabindex="-1" data-focus>
          <p>
            <b>{words.changed}</b>
            <br />
            {words.changedLead}
          </p>
        </div>
      </Show>
      <Show
        when={props.fresh}
        fallback={
          <>
            <h1>{words.title}</h1>
            <p class="comment-number">
              <code>{receipt.publicId}</code>
            </p>
            <p class="submitted">
              {words.submittedAt}
              {colon}
              <SubmissionTime at={receipt.createdAt} />
            </p>
            <PrintOffer publicId={props.queryCode ? receipt.publicId : undefined} />
          </>
        }
      >
        <Thanks receipt={receipt} queryCode={props.queryCode} />
      </Show>
      <Show when={!props.fresh || receipt.state !== 'pending'}>
        <StateCard receipt={receipt} />
        <Show when={receipt.outcome}>{(outcome) => <OutcomeCard outcome={outcome()} />}</Show>
        <Journey receipt={receipt} />
      </Show>
      <Show when={receipt.answer}>
        {(answer) => (
          <section class="receipt-answer" aria-labelledby="answer-heading">
            <h2 id="answer-heading">{answerWords.heading}</h2>
            <AnswerBlock answer={answer()} />
          </section>
        )}
      </Show>
      <WaysOn {...props} />
      <Show when={props.fresh || receipt.mayWithdraw}>
        <AgainOffer receipt={receipt} />
      </Show>
      <Show when={!receipt.erasedAt}>
        <Yours receipt={receipt} parent={props.parent} />
      </Show>
      <ForFigures targets={receipt.targets} profile={receipt.profile} />
      <AttachedFiles files={receipt.attachments} />
      <OwnAnnex receipt={receipt} />
      <Show when={hasForm(receipt)}>
        <StampedBlock
          publicId={receipt.publicId}
          revision={receipt.revision}
          own={receipt.stamped}
          lead={stamped.offerLead}
          formPath={stampedFormPath(receipt.publicId)}
          uploadPath={scanUploadPath(receipt.publicId)}
          typed={props.stamping}
        />
      </Show>
      <Show when={props.queryCode}>
        <OwnDataOffer receipt={receipt} />
      </Show>
      <SealBlock seal={props.seal} />
      <p class="ways-on">
        <a href={measurePath(receipt.measure.key)}>{words.toMeasure}</a>
        <a href="/receipts">{words.another}</a>
        <Show when={receipt.noticeVersion}>
          {(version) => <a href={privacyPath(version())}>{privacy.onReceipt(version())}</a>}
        </Show>
      </p>
    </div>
  )
}
