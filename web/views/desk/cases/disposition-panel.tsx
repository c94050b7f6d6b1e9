import { createEffect, createSignal, Match, Show, Switch } from 'solid-js'
import type { Dispose, DisposedView, DispositionView } from '../../../../worker/contract/dispositions'
import { asApiError } from '../../../api/api-error'
import { countToDispose, disposeOf, getDisposition } from '../../../api/dispositions'
import { RefusedList } from '../../../components/desk/answers/scope-choice'
import { DispositionHistory } from '../../../components/desk/dispositions/disposition-history'
import { StatePanel } from '../../../components/desk/state-panel'
import { t } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { createKept } from '../create-kept'
import { createLoad } from '../create-load'
import { useSession } from '../session'
import { createScope } from './create-scope'
import { type DispositionFields, DispositionForm } from './disposition-form'

interface DispositionPanelProps {
  publicId: string
  onChanged: () => void
}

const blank: DispositionFields = {
  disposition: '',
  reason: '',
  passedTo: '',
  changes: [],
  isTextUnchanged: false,
  standardId: 0,
  standardVersion: 0,
}

/** What the department makes of a comment: how it stands, and the form to record it, for this one or its whole group. */
export function DispositionPanel(props: DispositionPanelProps) {
  const session = useSession()
  const { publicId } = props
  const load = createLoad(() => getDisposition(publicId))
  const kept = createKept(() => `disposition:${publicId}`, blank)
  const scope = createScope(publicId, countToDispose)
  const [isSending, setSending] = createSignal(false)
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const [problem, setProblem] = createSignal('')
  const [said, setSaid] = createSignal('')
  const [refused, setRefused] = createSignal<DisposedView['refused']>([])
  const [isOpen, setOpen] = createSignal(kept.fields.reason !== '')
  createEffect(() => {
    if (load.error()?.code === 'unauthenticated') void session.load()
  })

  const send = async (view: DispositionView, input: Omit<Dispose, 'cases'>) => {
    const counted = scope.isGroup() ? scope.count()?.cases : undefined
    setSending(true)
    setErrors({})
    setProblem('')
    setSaid('')
    setRefused([])
    try {
      const result = await disposeOf({ ...input, cases: counted ?? [{ publicId, version: view.version }] })
      setSaid(counted ? a.disposition.doneMany(formatCount(result.disposed.length)) : a.disposition.done)
      setRefused(result.refused)
      if (result.disposed.length > 0) kept.clear()
      setOpen(result.refused.length > 0)
      props.onChanged()
    } catch (thrown) {
      const error = asApiError(thrown)
      setErrors(error.fields)
      setProblem(Object.keys(error.fields).length > 0 ? '' : error.message)
    } finally {
      setSending(false)
      await load.load()
      if (scope.isGroup()) await scope.recount()
    }
  }

  return (
    <section class="handling" aria-labelledby="disposition-heading">
      <h3 id="disposition-heading">{a.disposition.heading}</h3>
      <Switch>
        <Match when={!load.data() && load.error()}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={error().message}
              retry={() => void load.load()}
            />
          )}
        </Match>
        <Match when={!load.data()}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
        <Match when={load.data()}>
          {(view) => (
            <>
              <DispositionHistory history={view().history} />
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
                      <button type="button" class="button" onClick={() => setOpen(true)}>
                        {a.disposition.again}
                      </button>
                    </p>
                  }
                >
                  <DispositionForm
                    view={view()}
                    fields={kept.fields}
                    scope={scope}
                    errors={errors()}
                    problem={problem()}
                    isSending={isSending()}
                    onType={kept.type}
                    onSend={(input) => void send(view(), input)}
                  />
                </Show>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  )
}
