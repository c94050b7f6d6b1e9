import { Match, Show, Switch } from 'solid-js'
import type { CommentContextView } from '../../../worker/contract/comments'
import type { SupportCounts } from '../../../worker/contract/supports'
import { participantKinds } from '../../../worker/contract/words'
import { supportPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

const totalOf = (supports: SupportCounts) => participantKinds.reduce((sum, kind) => sum + supports[kind], 0)

function useSupportText() {
  const frame = useFrame()
  return (supports: SupportCounts) =>
    frame.words.support.counted(
      participantKinds
        .filter((kind) => supports[kind] > 0)
        .map((kind) => frame.words.support.ofKind(frame.domain.kinds[kind], groupDigits(supports[kind]))),
    )
}

/** Beside a comment in a list: by how many it is shared, where it is by any. */
export function SupportCount(props: { supports: SupportCounts; href: string }) {
  const text = useSupportText()
  return (
    <Show when={totalOf(props.supports) > 0}>
      <p class="support-count">
        <a href={props.href}>{text(props.supports)}</a>
      </p>
    </Show>
  )
}

/** Under the comment on its own page: by how many it is shared, and the act for whoever may say so. */
export function SupportBlock(props: { context: CommentContextView }) {
  const frame = useFrame()
  const words = frame.words.support
  const text = useSupportText()
  const { comment, isSupported, consultation } = props.context
  const path = supportPath(comment.publicId)
  const total = totalOf(comment.supports)
  const isEmpty = comment.isErased && total === 0 && !isSupported
  return (
    <Show when={!isEmpty}>
      <section class="support" id="support" aria-labelledby="support-heading">
        <h2 id="support-heading">{words.heading}</h2>
        <p>{total > 0 ? text(comment.supports) : words.none}</p>
        <Show when={!comment.isErased}>
          <p class="hint">{words.hint}</p>
        </Show>
        <Show when={consultation.phase === 'open'}>
          <Switch>
            <Match when={isSupported === null && !comment.isErased}>
              <p>
                <a class="button-quiet" href={path}>
                  {words.signIn}
                </a>
              </p>
            </Match>
            <Match when={isSupported === false && !comment.isErased}>
              <form method="post" action={path}>
                <button class="button-quiet" type="submit">
                  {words.support}
                </button>
              </form>
            </Match>
            <Match when={isSupported}>
              <form method="post" action={`${path}/take-back`}>
                <p>
                  {words.supported}{' '}
                  <button class="button-quiet" type="submit">
                    {words.takeBack}
                  </button>
                </p>
              </form>
            </Match>
          </Switch>
        </Show>
      </section>
    </Show>
  )
}
