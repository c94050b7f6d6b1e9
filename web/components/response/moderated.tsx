import { Show } from 'solid-js'
import type { PartRefusal, PartView } from '../../../worker/contract/submissions'
import { receiptPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** What moderation made of an entry as it was last sent, with the way to its receipt; nothing of one that never was. */
export function Moderated(props: { comment: PartView | null }) {
  const { words, domain } = useFrame()
  return (
    <Show when={props.comment}>
      {(comment) => (
        <p>
          {words.response.lastSent}
          {words.colon}
          <b>{domain.states[comment().state]}</b>
          {' · '}
          <a href={receiptPath(comment().publicId)}>
            <code>{comment().publicId}</code>
          </a>
          <RefusalReason refusal={comment().refusal} />
        </p>
      )}
    </Show>
  )
}

/** Why, in the office's words; nothing where it was not returned or rejected. */
export function RefusalReason(props: { refusal: PartRefusal | null }) {
  const { words, language } = useFrame()
  return (
    <Show when={props.refusal}>
      {(refusal) => (
        <>
          <br />
          {words.response.reason}
          {words.colon}
          {refusal()[language]}
          <Show when={refusal().note}>
            {(note) => (
              <>
                {' '}
                <q class="response-note">{note()}</q>
              </>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}

/** The same where an entry is written: a notice, of one that came back alone. */
export function CameBack(props: { comment: PartView | null | undefined }) {
  return (
    <Show when={props.comment?.refusal && props.comment}>
      {(comment) => (
        <div class="notice">
          <Moderated comment={comment()} />
        </div>
      )}
    </Show>
  )
}
