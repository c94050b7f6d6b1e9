import { createEffect, createSignal, on, Show } from 'solid-js'
import type { CaseItem } from '../../../../worker/contract/casework'
import type {
  CaseCount,
  ClauseChangeChoice,
  Dispose,
  DisposedView,
} from '../../../../worker/contract/dispositions'
import { asApiError } from '../../../api/api-error'
import { countToDispose, disposeOf, getDisposition } from '../../../api/dispositions'
import { Counted, RefusedList } from '../../../components/desk/answers/scope-choice'
import { t, words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount, formatPlace } from '../../../locales/desk/format'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import { blankDisposition, DispositionForm } from './disposition-form'

interface DisposeDialogProps {
  /** Chosen by hand; null while nobody asks. */
  asked: readonly CaseItem[] | null
  onDone: (said: string) => void
  onClose: () => void
}

/** One disposition for what was chosen by hand: counted first, then recorded for each as it was counted. */
export function DisposeDialog(props: DisposeDialogProps) {
  let dialog!: HTMLDialogElement
  const kept = createKept(() => 'disposition:chosen', blankDisposition)
  const [count, setCount] = createSignal<CaseCount | null>(null)
  const [changes, setChanges] = createSignal<readonly ClauseChangeChoice[]>()
  const [isSending, setSending] = createSignal(false)
  const faults = createFaults()
  const [refused, setRefused] = createSignal<DisposedView['refused']>([])
  const again = () => count()?.cases.filter(({ version }) => version > 0).length ?? 0
  const nameOf = (publicId: string) => {
    const item = props.asked?.find((each) => each.publicId === publicId)
    return item
      ? `${formatPlace(item.measure.key)} ${item.author.name ?? words.anonymous} ${publicId}`
      : publicId
  }
  const areOfOneMeasure = () => new Set(props.asked?.map(({ measure }) => measure.key)).size === 1

  const recount = async (asked: readonly CaseItem[]) => {
    setCount(null)
    faults.setProblem('')
    const [first] = asked
    if (!first) return
    try {
      const publicIds = asked.map(({ publicId }) => publicId)
      const [counted, view] = await Promise.all([
        countToDispose({ of: 'chosen', publicIds }),
        areOfOneMeasure() ? getDisposition(first.publicId) : null,
      ])
      setChanges(view?.changes ?? [])
      setCount(counted)
    } catch (thrown) {
      faults.setProblem(asApiError(thrown).message)
    }
  }
  createEffect(
    on(
      () => props.asked,
      (asked) => {
        if (asked && !dialog.open) dialog.showModal()
        if (!asked && dialog.open) dialog.close()
        setRefused([])
        faults.clear()
        if (asked) void recount(asked)
      },
    ),
  )
  const type = (change: Parameters<typeof kept.type>[0]) => {
    kept.type(change)
    faults.typed(change)
  }
  const send = async (input: Omit<Dispose, 'cases'>) => {
    const cases = count()?.cases ?? []
    if (isSending() || cases.length === 0) return
    setSending(true)
    faults.clear()
    setRefused([])
    try {
      const { disposed, refused } = await disposeOf({ ...input, cases })
      setRefused(refused)
      if (disposed.length > 0) {
        kept.clear()
        props.onDone(a.disposition.doneMany(formatCount(disposed.length)))
      }
      if (refused.length === 0) props.onClose()
      else setCount(null)
    } catch (thrown) {
      faults.take(thrown)
    } finally {
      setSending(false)
    }
  }

  return (
    <dialog
      class="dialog dialog-wide"
      ref={dialog}
      aria-labelledby="dispose-heading"
      aria-busy={isSending()}
      onCancel={(event) => isSending() && event.preventDefault()}
      onClose={() => props.onClose()}
    >
      <Show when={props.asked}>
        {(asked) => (
          <>
            <h2 id="dispose-heading">{a.disposition.headingMany(formatCount(asked().length))}</h2>
            <RefusedList heading={a.scope.refused(formatCount(refused().length))} refused={refused()} />
            <Show
              when={count()}
              fallback={
                <Waiting
                  problem={faults.problem()}
                  isDone={refused().length > 0}
                  onRetry={() => void recount(asked())}
                  onClose={() => props.onClose()}
                />
              }
            >
              {(counted) => (
                <DispositionForm
                  id="dispose"
                  changes={changes() ?? []}
                  fields={kept.fields}
                  many={counted().cases.length}
                  errors={faults.errors()}
                  problem={faults.problem()}
                  isSending={isSending()}
                  onType={type}
                  onSend={(input) => void send(input)}
                  onCancel={() => props.onClose()}
                  head={
                    <>
                      <Counted count={counted()} nameOf={nameOf} />
                      <Show when={again() > 0}>
                        <p class="field-hint">{a.disposition.againMany(formatCount(again()))}</p>
                      </Show>
                      <Show when={!areOfOneMeasure()}>
                        <p class="field-hint">{a.disposition.manyMeasures}</p>
                      </Show>
                    </>
                  }
                />
              )}
            </Show>
          </>
        )}
      </Show>
    </dialog>
  )
}

function Waiting(props: { problem: string; isDone: boolean; onRetry: () => void; onClose: () => void }) {
  return (
    <>
      <Show
        when={props.problem}
        fallback={
          <Show when={!props.isDone}>
            <p class="field-hint" role="status">
              {a.scope.counting}
            </p>
          </Show>
        }
      >
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      <div class="dialog-acts">
        <Show when={props.problem}>
          <button type="button" class="button" onClick={() => props.onRetry()}>
            {t.retry}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {props.isDone ? a.disposition.close : a.answer.cancel}
        </button>
      </div>
    </>
  )
}
