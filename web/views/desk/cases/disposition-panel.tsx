import { createEffect, createSignal, Show } from 'solid-js'
import type { Dispose, DisposedView, DispositionView } from '../../../../worker/contract/dispositions'
import type { Disposition } from '../../../../worker/contract/words'
import { countToDispose, disposeOf, getDisposition } from '../../../api/dispositions'
import { RefusedList, ScopeChoice } from '../../../components/desk/answers/scope-choice'
import { ChangedMeanwhile } from '../../../components/desk/changed-meanwhile'
import { DispositionHistory } from '../../../components/desk/dispositions/disposition-history'
import { Loaded } from '../../../components/desk/loaded'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import { createLoad } from '../create-load'
import { useSession } from '../session'
import { createScope } from './create-scope'
import { blankDisposition, type DispositionFields, DispositionForm } from './disposition-form'

interface DispositionPanelProps {
  publicId: string
  /** Of the text that is shown beside it. */
  revision: number
  onDisposed: (publicIds: readonly string[], disposition: Disposition) => void
  onChanged: () => void
}

/** With the state that it was begun on; no version where nothing was. */
const blank = { ...blankDisposition, version: -1, revision: 0 }

/** What the department makes of a comment: how it stands, and the form to record it, for this one or its whole group. */
export function DispositionPanel(props: DispositionPanelProps) {
  const session = useSession()
  const { publicId } = props
  const load = createLoad(() => getDisposition(publicId))
  const kept = createKept(() => `disposition:${publicId}`, blank)
  const scope = createScope(publicId, countToDispose)
  const [isSending, setSending] = createSignal(false)
  const faults = createFaults()
  const [said, setSaid] = createSignal('')
  const [refused, setRefused] = createSignal<DisposedView['refused']>([])
  const [isOpen, setOpen] = createSignal(kept.fields.reason !== '')
  const isBegun = () => kept.fields.version >= 0
  const now = (view: DispositionView) => ({ version: view.version, revision: props.revision })
  const seen = (view: DispositionView) => {
    const { version, revision } = kept.fields
    return isBegun() ? { version, revision } : now(view)
  }
  const isOutdated = (view: DispositionView) =>
    isBegun() &&
    !isSending() &&
    !scope.isGroup() &&
    (kept.fields.version !== view.version || kept.fields.revision !== props.revision)
  const type = (view: DispositionView, change: Partial<DispositionFields>) => {
    kept.type({ ...change, ...seen(view) })
    faults.typed(change)
  }
  createEffect(() => {
    if (load.error()?.code === 'unauthenticated') void session.load()
  })

  const begin = () => {
    if (kept.fields.reason === '') kept.clear()
    setOpen(true)
  }
  const send = async (view: DispositionView, input: Omit<Dispose, 'cases'>) => {
    if (isOutdated(view)) return faults.setProblem(a.disposition.decide)
    const { version, revision } = seen(view)
    const counted = scope.isGroup() ? scope.count()?.cases : undefined
    setSending(true)
    faults.clear()
    setSaid('')
    setRefused([])
    try {
      const result = await disposeOf({ ...input, cases: counted ?? [{ publicId, version, revision }] })
      const done = result.disposed.length
      props.onDisposed(result.disposed, input.disposition)
      setRefused(result.refused)
      if (counted) await scope.recount()
      const left = counted ? (scope.count()?.count ?? null) : 0
      if (left) setSaid(a.disposition.doneLeft(formatCount(done), formatCount(left)))
      else setSaid(counted ? a.disposition.doneMany(formatCount(done)) : a.disposition.done)
      if (done > 0 && left === 0) kept.clear()
      setOpen(left !== 0 || result.refused.length > 0)
    } catch (thrown) {
      faults.take(thrown)
      if (counted) await scope.recount()
    } finally {
      await load.load()
      const view = load.data()
      if (counted && view && isBegun()) kept.type(now(view))
      setSending(false)
      props.onChanged()
    }
  }

  return (
    <section class="handling" aria-labelledby="disposition-heading">
      <h3 id="disposition-heading">{a.disposition.heading}</h3>
      <Loaded data={load.data()} error={load.error()} retry={load.load}>
        {(view) => (
          <>
            <DispositionHistory history={view().history} inForce={view().version} />
            <p class="page-said" role="status">
              {said()}
            </p>
            <RefusedList heading={a.scope.refused(formatCount(refused().length))} refused={refused()} />
            <Show when={!view().isAdmissible || !view().isMine}>
              <p class="standing standing-taken">
                {view().isAdmissible ? a.disposition.others : a.disposition.closed}
              </p>
            </Show>
            <Show when={view().isAdmissible && view().isMine}>
              <Show
                when={isOpen() || view().version === 0}
                fallback={
                  <p>
                    <button type="button" class="button" onClick={begin}>
                      {a.disposition.again}
                    </button>
                  </p>
                }
              >
                <DispositionForm
                  id="disposition"
                  changes={view().changes}
                  fields={kept.fields}
                  many={scope.isGroup() ? (scope.count()?.cases.length ?? 0) : null}
                  errors={faults.errors()}
                  problem={faults.problem()}
                  isSending={isSending()}
                  onType={(change) => type(view(), change)}
                  onSend={(input) => void send(view(), input)}
                  head={
                    <Show when={isOutdated(view())}>
                      <ChangedMeanwhile
                        heading={
                          kept.fields.revision === props.revision
                            ? a.disposition.meanwhile
                            : a.disposition.rewritten
                        }
                        keep={a.answer.keepMine}
                        drop={a.answer.dropMine}
                        onKeep={() => {
                          kept.type(now(view()))
                          faults.setProblem('')
                        }}
                        onDrop={() => {
                          kept.clear()
                          faults.setProblem('')
                          setOpen(false)
                        }}
                      />
                    </Show>
                  }
                >
                  <ScopeChoice
                    name="disposition-scope"
                    similar={view().similar}
                    isGroup={scope.isGroup()}
                    count={scope.count()}
                    error={scope.error()}
                    onChoose={scope.choose}
                  />
                </DispositionForm>
              </Show>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}
