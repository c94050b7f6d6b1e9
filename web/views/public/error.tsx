import { Show } from 'solid-js'
import { type ErrorCode, errorStatus } from '../../../worker/contract/errors'
import { useFrame } from '../../components/frame/frame-context'
import { commentPath, homePath, searchPath } from '../../lib/links'

export function ErrorView(props: { code: ErrorCode; requestId: string; replacedBy?: string | undefined }) {
  const frame = useFrame()
  const words = frame.words.error
  const status = errorStatus[props.code]
  return (
    <div class="column error-page">
      <p class="error-status" aria-hidden="true">
        {status}
      </p>
      <h1>{words.titles[status]}</h1>
      <p class="lead">{frame.domain.errors[props.code]}</p>
      <Show when={status >= 500}>
        <p>{words.draft}</p>
      </Show>
      <h2>{words.ways}</h2>
      <ul class="ways">
        <Show when={props.replacedBy}>
          {(number) => (
            <li>
              <a href={commentPath(number())}>{words.toReplacement(number())}</a>
            </li>
          )}
        </Show>
        <li>
          <a href={homePath()}>{words.toPlan}</a>
        </li>
        <li>
          <a href={searchPath('')}>{words.toSearch}</a>
        </li>
        <li>
          <a href="/receipts">{words.toReceipts}</a>
        </li>
      </ul>
      <p class="hint">
        {words.requestId} <code>{props.requestId}</code>
        <br />
        {words.requestHint}
      </p>
    </div>
  )
}
