import { createEffect, createSignal, on, Show } from 'solid-js'
import type { ResponseView } from '../../../../worker/contract/responses'
import { asApiError } from '../../../api/api-error'
import { countToAnswer, linkComments } from '../../../api/responses'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'

interface GroupRestProps {
  /** A comment that the answer is for; the others are those of its group. */
  publicId: string
  response: ResponseView
  onLinked: (response: ResponseView) => void
}

/** What of a group of near-identical comments has no answer yet, and the act that takes all of it up, batch by batch. */
export function GroupRest(props: GroupRestProps) {
  const [left, setLeft] = createSignal(0)
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const count = async () => {
    const counted = await countToAnswer({ of: 'group', publicId: props.publicId })
    setLeft(counted.count)
    return counted
  }
  createEffect(
    on(
      () => [props.publicId, props.response.id, props.response.comments],
      () => {
        if (!isBusy()) void count().catch(() => setLeft(0))
      },
    ),
  )

  const linkAll = async () => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    let linked: ResponseView | undefined
    try {
      const { id, version } = props.response
      for (let counted = await count(); counted.cases.length > 0; counted = await count())
        linked = await linkComments(id, { version, link: counted.cases.map(({ publicId }) => publicId) })
    } catch (thrown) {
      setProblem(asApiError(thrown).sentences.join(' '))
    } finally {
      setBusy(false)
      if (linked) props.onLinked(linked)
    }
  }

  return (
    <>
      <Show when={left() > 0}>
        <p class="group-rest" role="status">
          {a.answer.groupRest(formatCount(left()))}
          <button type="button" class="button" aria-disabled={isBusy()} onClick={() => void linkAll()}>
            {isBusy() ? a.answer.linkingGroup : a.answer.linkGroup}
          </button>
        </p>
      </Show>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
    </>
  )
}
