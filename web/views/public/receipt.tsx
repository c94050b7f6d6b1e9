import { For, Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import type { ReceiptView as Receipt } from '../../../worker/contract/receipts'
import { useFrame } from '../../components/frame/frame-context'
import { About } from '../../components/measure/about'
import { Journey } from '../../components/receipt/journey'
import { KeptText } from '../../components/receipt/kept-text'
import { ReceiptSlip } from '../../components/receipt/receipt-slip'
import { ResubmitForm } from '../../components/receipt/resubmit-form'
import { CommentArticle } from '../../components/thread/comment-article'
import { SealBlock } from '../../components/transparency/seal-block'
import { ErrorSummary } from '../../components/ui/error-summary'
import { draftKey } from '../../lib/drafts'
import { summarizeErrors } from '../../lib/form-errors'
import { commentPath, measurePath } from '../../lib/links'
import type { PublicPage } from '../../page'

const asComment = (receipt: Receipt): CommentView => ({
  publicId: receipt.publicId,
  measureKey: receipt.measure.key,
  clauseKey: receipt.clause?.key ?? null,
  parentId: receipt.parentId,
  depth: 0,
  body: receipt.body,
  stance: receipt.stance,
  author: receipt.author,
  revision: receipt.revision,
  createdAt: receipt.createdAt,
  replyCount: 0,
})

function Thanks(props: { receipt: Receipt; queryCode: string }) {
  const { receipt: words, tagline, product } = useFrame().words
  return (
    <div data-sent={draftKey(props.receipt.measure.key, props.receipt.parentId)}>
      <h1>{words.thanks}</h1>
      <p class="lead">{words.thanksBody}</p>
      <ReceiptSlip
        publicId={props.receipt.publicId}
        queryCode={props.queryCode}
        authority={`${product} · ${tagline} · ${words.keep}`}
      />
      <section class="next-steps" aria-labelledby="next-heading">
        <h2 id="next-heading">{words.next}</h2>
        <ol>
          <For each={words.nextSteps}>{(step) => <li>{step}</li>}</For>
        </ol>
      </section>
    </div>
  )
}

export function ReceiptView(props: Extract<PublicPage, { view: 'receipt' }>) {
  const frame = useFrame()
  const { receipt: words, form } = frame.words
  const { receipt, resubmission } = props
  const isReturnedForGood = receipt.state === 'returned' && !receipt.mayResubmit
  const errors = summarizeErrors(resubmission?.errors ?? {}, { stance: form.stance, body: form.body })
  return (
    <div class="column receipt-page">
      <ErrorSummary
        heading={errors.length > 0 ? form.errorHeading : form.refusalHeading}
        errors={errors}
        refusal={resubmission?.refusal ? frame.domain.errors[resubmission.refusal] : null}
      />
      <Show
        when={props.fresh}
        fallback={
          <>
            <h1>{words.title}</h1>
            <p class="comment-number">
              <code>{receipt.publicId}</code>
            </p>
          </>
        }
      >
        <Thanks receipt={receipt} queryCode={props.queryCode} />
      </Show>
      <section class={`state state-${receipt.state}`} aria-labelledby="state-heading">
        <h2 id="state-heading">{words.state}</h2>
        <p class="state-name">{frame.domain.states[receipt.state]}</p>
        <p>{isReturnedForGood ? words.returnedForGood : words.stateHints[receipt.state]}</p>
        <Show when={receipt.state === 'published'}>
          <p>
            <a href={commentPath(receipt.publicId)}>{words.seePublic}</a>
          </p>
        </Show>
      </section>
      <Journey receipt={receipt} />
      <Show
        when={receipt.mayResubmit}
        fallback={<Show when={resubmission?.body}>{(body) => <KeptText body={body()} />}</Show>}
      >
        <ResubmitForm
          publicId={receipt.publicId}
          body={resubmission?.body ?? receipt.body}
          stance={resubmission?.stance ?? receipt.stance}
          errors={resubmission?.errors ?? {}}
        />
      </Show>
      <section class="yours" aria-labelledby="yours-heading">
        <h2 id="yours-heading">{receipt.consentPublish ? words.appears : words.yours}</h2>
        <Show when={!receipt.consentPublish}>
          <p class="hint">{words.stays}</p>
        </Show>
        <div class="preview-sheet">
          <About measure={receipt.measure} clause={receipt.clause} />
          <CommentArticle comment={asComment(receipt)} isPreview />
        </div>
      </section>
      <SealBlock seal={props.seal} />
      <p class="ways-on">
        <a href={measurePath(receipt.measure.key)}>{words.toMeasure}</a>
        <a href="/receipts">{words.another}</a>
      </p>
    </div>
  )
}
