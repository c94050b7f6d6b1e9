import { createSignal } from 'solid-js'
import type { DecidedItem } from '../../../../worker/contract/moderation/decided'
import { ApiError, asApiError } from '../../../api/api-error'
import { sendDecision } from '../../../api/moderation'
import { t } from '../../../locales/desk'
import { type Choice, inputOf } from '../moderation/choices'
import { createStaged } from '../moderation/create-staged'
import { forgetDraft } from '../moderation/drafts'
import { authorName } from '../moderation/names'

/** When the server has surely carried out what was due. */
const settlingPause = 1500

/** Decides anew what was decided: staged like any decision, and to be undone within the same grace. */
export function createReversals(reload: () => void) {
  const staged = createStaged()
  const [status, announce] = createSignal('')
  const [problem, setProblem] = createSignal<{ publicId: string; sentences: readonly string[] } | null>(null)
  const [pending, setPending] = createSignal<ReadonlySet<string>>(new Set())

  const mark = (publicId: string, isPending: boolean) =>
    setPending((held) => {
      const next = new Set(held)
      if (isPending) next.add(publicId)
      else next.delete(publicId)
      return next
    })

  async function decide(item: DecidedItem, choice: Choice) {
    const { publicId } = item
    const label = t.decision.sent(t.decision.done[choice.decision], authorName(item.author))
    const tell = (error: ApiError | null) =>
      setProblem({ publicId, sentences: error?.sentences ?? [t.staged.tooLate(label)] })
    setProblem(null)
    mark(publicId, true)
    const key = staged.add({
      label,
      onUndoing: () => {
        mark(publicId, false)
        announce(t.staged.undone(label))
      },
      onUndone: () => undefined,
      onTooLate: (error) => {
        tell(error)
        reload()
      },
      onUndoFailed: (error) => {
        mark(publicId, true)
        tell(error)
      },
      onEffective: () => {
        forgetDraft(item)
        setTimeout(() => {
          mark(publicId, false)
          reload()
        }, settlingPause)
      },
    })
    const answer = await sendDecision(inputOf(item, choice)).catch(asApiError)
    if (!(answer instanceof ApiError) && answer.outcome === 'staged') {
      if (staged.answered(key, { stagedId: answer.stagedId })) announce(t.staged.said(label))
      return
    }
    staged.remove(key)
    mark(publicId, false)
    if (answer instanceof ApiError) tell(answer)
  }

  return {
    decide,
    status,
    problem,
    isPending: (publicId: string) => pending().has(publicId),
    staged: staged.labels,
    undo: staged.undo,
  }
}
