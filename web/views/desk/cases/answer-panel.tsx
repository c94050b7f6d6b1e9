import { createEffect, createSignal, Show } from 'solid-js'
import type { WrittenView } from '../../../../worker/contract/responses'
import { countToAnswer, getResponseOf, writeResponse } from '../../../api/responses'
import { KeptNote } from '../../../components/desk/answers/kept-note'
import { RefusedList, ScopeChoice } from '../../../components/desk/answers/scope-choice'
import { Loaded } from '../../../components/desk/loaded'
import { within } from '../../../lib/links'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { AnswerForm, answerOfFields, blankAnswer } from '../answers/answer-form'
import { ResponsePane } from '../answers/response-pane'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import { createLoad } from '../create-load'
import { useSession } from '../session'
import { createScope } from './create-scope'

interface AnswerPanelProps {
  publicId: string
  onChanged: () => void
}

/** The answer to a comment: begun here, for it alone or its group, and taken on from hand to hand. */
export function AnswerPanel(props: AnswerPanelProps) {
  const session = useSession()
  const { publicId } = props
  const load = createLoad(() => getResponseOf(publicId))
  const kept = createKept(() => `answer:${publicId}`, blankAnswer)
  const scope = createScope(publicId, countToAnswer)
  const [isSending, setSending] = createSignal(false)
  const faults = createFaults()
  const [said, setSaid] = createSignal('')
  const [refused, setRefused] = createSignal<WrittenView['refused']>([])
  const [isWriting, setWriting] = createSignal(kept.fields.text !== '')
  createEffect(() => {
    if (load.error()?.code === 'unauthenticated') void session.load()
  })

  const changed = () => {
    void load.load()
    props.onChanged()
  }
  const type = (change: Parameters<typeof kept.type>[0]) => {
    kept.type(change)
    faults.typed(change)
  }
  const send = async () => {
    const counted = scope.isGroup() ? scope.count()?.cases.map((each) => each.publicId) : undefined
    setSending(true)
    faults.clear()
    try {
      const on = { of: 'comments' as const, publicIds: counted ?? [publicId] }
      const written = await writeResponse({ on, ...answerOfFields(kept.fields) })
      kept.clear()
      setSaid(a.answer.saved)
      setRefused(written.refused)
      setWriting(false)
      changed()
    } catch (thrown) {
      const error = faults.take(thrown)
      if (error.code === 'already_answered') void load.load()
    } finally {
      setSending(false)
    }
  }

  return (
    <section class="handling" aria-labelledby="answer-heading">
      <h3 id="answer-heading">{a.answer.heading}</h3>
      <Loaded data={load.data()} error={load.error()} retry={load.load}>
        {(view) => (
          <>
            <p class="page-said" role="status">
              {said()}
            </p>
            <RefusedList heading={a.answer.refused(formatCount(refused().length))} refused={refused()} />
            <Show
              when={view().response}
              fallback={
                <Show
                  when={isWriting()}
                  fallback={
                    <p class="form-acts">
                      <span class="block-text">{a.answer.none}</span>
                      <Show when={view().isAdmissible && view().isMine}>
                        <button type="button" class="button" onClick={() => setWriting(true)}>
                          {a.answer.write}
                        </button>
                      </Show>
                    </p>
                  }
                >
                  <AnswerForm
                    id="answer"
                    fields={kept.fields}
                    save={
                      scope.isGroup()
                        ? a.answer.saveMany(formatCount(scope.count()?.cases.length ?? 0))
                        : a.answer.save
                    }
                    errors={faults.errors()}
                    problem={faults.problem()}
                    isSending={isSending()}
                    mayNot={scope.isEmpty()}
                    onType={type}
                    onSend={() => void send()}
                    onCancel={() => {
                      kept.clear()
                      setWriting(false)
                    }}
                  >
                    <ScopeChoice
                      name="answer-scope"
                      similar={view().similar}
                      isGroup={scope.isGroup()}
                      count={scope.count()}
                      error={scope.error()}
                      onChoose={scope.choose}
                    />
                  </AnswerForm>
                </Show>
              }
            >
              {(response) => (
                <>
                  <KeptNote text={kept.fields.text} onDrop={kept.clear} />
                  <Show when={response().id} keyed>
                    {(_) => (
                      <ResponsePane
                        response={response()}
                        showsServed={false}
                        of={publicId}
                        onChanged={changed}
                      />
                    )}
                  </Show>
                  <p>
                    <a href={within(`/desk/answers?response=${response().id}`)}>{a.answer.open}</a>
                  </p>
                </>
              )}
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}
