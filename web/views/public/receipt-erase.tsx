import { Show } from 'solid-js'
import { Refusal } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { ConfirmTick, ErasureLists } from '../../components/receipt/erasure-lists'
import { erasePath, ownDataPath, receiptPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'receipt-erase' }>

/** `/receipts/<id>/erase`: what goes and what stays, and the tick without which nothing happens. */
export function ReceiptEraseView(props: Props) {
  const { ownData: words } = useFrame().words
  const { publicId, erasedAt, isOfResponse } = props.receipt
  return (
    <div class="column own-page">
      <Refusal {...props} labels={{ confirm: '' }} />
      <h1>{words.eraseTitle}</h1>
      <p class="comment-number">
        <code>{publicId}</code>
      </p>
      <Show
        when={!isOfResponse}
        fallback={
          <>
            <p class="lead">{words.byResponse}</p>
            <p>{words.byResponseHow}</p>
          </>
        }
      >
        <Show when={!erasedAt} fallback={<p class="lead">{words.leadErased}</p>}>
          <Erasing {...props} />
        </Show>
      </Show>
      <p class="ways-on">
        <a href={receiptPath(publicId)}>{words.back}</a>
        <a href={ownDataPath(publicId)}>{words.download}</a>
      </p>
    </div>
  )
}

function Erasing(props: Props) {
  const { ownData: words } = useFrame().words
  const { publicId, author, state } = props.receipt
  const isIndividual = author.kind === 'individual'
  const inPublic = () => {
    if (state === 'published' && !props.receipt.isUnconfirmed) return words.inPublic.published
    return state === 'published' || state === 'pending' || state === 'returned'
      ? words.inPublic.pending
      : null
  }
  return (
    <>
      <p class="lead">{words.eraseLead}</p>
      <Show when={inPublic()}>{(text) => <p class="notice">{text()}</p>}</Show>
      <ErasureLists goes={words.goesItems(isIndividual)} stays={words.staysItems(isIndividual)} />
      <form method="post" action={erasePath(publicId)} novalidate>
        <ConfirmTick label={words.confirm} error={props.errors.confirm} />
        <p class="buttons">
          <button class="button" type="submit">
            {words.eraseSend}
          </button>
        </p>
      </form>
    </>
  )
}
