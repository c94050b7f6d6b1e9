import { batch, createSignal, For, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { ResponseView } from '../../../../worker/contract/responses'
import { getResponse, linkComments, takeStep, writeVersion } from '../../../api/responses'
import { KeptNote } from '../../../components/desk/answers/kept-note'
import { LongText } from '../../../components/desk/answers/long-text'
import { ResponseFacts, ResponseHistory } from '../../../components/desk/answers/response-facts'
import { ServedList } from '../../../components/desk/answers/served-list'
import { ChangedMeanwhile } from '../../../components/desk/changed-meanwhile'
import { a } from '../../../locales/desk/answers'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import { isConfirm } from '../moderation/shortcuts'
import { AnswerForm, answerOfFields, blankAnswer } from './answer-form'
import { GroupRest } from './group-rest'

interface ResponsePaneProps {
  response: ResponseView
  /** The list of comments and the way to change it: not beside the comment itself. */
  showsServed: boolean
  /** The comment that it lies open beside. */
  of?: string
  onChanged: (response: ResponseView) => void
}

type Act = 'review' | 'approve' | 'send_back'
const acts: readonly Act[] = ['review', 'approve', 'send_back']

/** An answer with its history, and what whoever looks at it may do with it now. */
export function ResponsePane(props: ResponsePaneProps) {
  const { id } = props.response
  const kept = createKept(() => `response:${id}`, { ...blankAnswer, version: 0 })
  const [note, setNote] = createSignal('')
  const [noteError, setNoteError] = createSignal<string>()
  const faults = createFaults()
  const [said, setSaid] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [isWriting, setWriting] = createSignal(kept.fields.text !== '')
  const may = (act: Act | 'write') => props.response.mayTake.includes(act)
  const steps = () => acts.filter(may)
  const isForm = () => isWriting() && may('write')
  const isOutdated = () => !isBusy() && kept.fields.version !== props.response.version
  const mayLink = () => props.response.state === 'draft' && may('write') && !props.response.isForMeasure
  const memberOfGroup = () => props.of ?? props.response.served[0]?.publicId
  const stop = () => {
    kept.clear()
    setWriting(false)
  }

  const type = (change: Parameters<typeof kept.type>[0]) => {
    kept.type(change)
    faults.typed(change)
  }
  const run = async (ask: () => Promise<ResponseView>, done: string, after: () => void = () => {}) => {
    if (isBusy()) return
    setBusy(true)
    faults.clear()
    setSaid('')
    try {
      const view = await ask()
      batch(() => {
        after()
        setSaid(done)
        props.onChanged(view)
      })
    } catch (thrown) {
      const error = faults.take(thrown)
      if (error.code === 'response_changed') await getResponse(id).then(props.onChanged, () => {})
    } finally {
      setBusy(false)
    }
  }
  const take = (act: Act) => {
    setNoteError(undefined)
    if (act === 'send_back' && !note().trim()) {
      setNoteError(a.answer.noteMissing)
      return document.getElementById(`response-${id}-note`)?.focus()
    }
    const { version, linkVersion } = props.response
    const path = act === 'send_back' ? 'send-back' : act
    void run(
      () => takeStep(id, path, { version, linkVersion, note: note() }),
      a.answer.done[act],
      () => setNote(''),
    )
  }
  const write = () => {
    if (isOutdated()) return faults.setProblem(a.answer.decide)
    const { version } = kept.fields
    void run(() => writeVersion(id, { version, ...answerOfFields(kept.fields) }), a.answer.done.write, stop)
  }
  const begin = () => {
    const { text, version } = props.response
    if (!kept.fields.text) kept.type({ text, version })
    setWriting(true)
  }
  const link = (change: { link?: string[]; unlink?: string[] }) =>
    void run(() => linkComments(id, { version: props.response.version, ...change }), a.answer.linked)

  return (
    <div class="response">
      <ResponseFacts response={props.response} />
      <p class="page-said" role="status">
        {said()}
      </p>
      <Show when={faults.problem() && !isForm()}>
        <p class="field-error" role="alert">
          {faults.problem()}
        </p>
      </Show>
      <Show
        when={isForm()}
        fallback={
          <p class={`response-text response-text-${props.response.state} plain`}>{props.response.text}</p>
        }
      >
        <AnswerForm
          id={`response-${id}`}
          fields={kept.fields}
          save={a.answer.saveVersion}
          errors={faults.errors()}
          problem={faults.problem()}
          isSending={isBusy()}
          onType={type}
          onSend={write}
          onCancel={stop}
        >
          <Show when={isOutdated()}>
            <ChangedMeanwhile
              heading={a.answer.meanwhile(props.response.version)}
              keep={a.answer.keepMine}
              drop={a.answer.dropMine}
              onKeep={() => {
                kept.type({ version: props.response.version })
                faults.setProblem('')
              }}
              onDrop={stop}
            >
              <p class="plain">{props.response.text}</p>
            </ChangedMeanwhile>
          </Show>
        </AnswerForm>
      </Show>
      <Show when={isWriting() && !isForm()}>
        <KeptNote text={kept.fields.text} onDrop={stop} />
      </Show>
      <Show when={!isForm() && (steps().length > 0 || may('write'))}>
        <form class="response-acts" onSubmit={(event) => event.preventDefault()}>
          <Show when={steps().length > 0}>
            <LongText
              id={`response-${id}-note`}
              label={a.answer.note}
              hint={a.answer.noteHint}
              value={note()}
              max={limits.note}
              rows={2}
              error={noteError() ?? faults.errors().note}
              isConfirm={(event) => steps().length === 1 && isConfirm(event)}
              onInput={(text) => {
                setNote(text)
                setNoteError(undefined)
                faults.typed({ note: text })
              }}
              onConfirm={() => {
                const [first] = steps()
                if (first) take(first)
              }}
            />
          </Show>
          <p class="form-acts">
            <For each={steps()}>
              {(act) => (
                <button
                  type="button"
                  class="button"
                  classList={{ 'button-blue': act !== 'send_back', 'button-out': act === 'send_back' }}
                  aria-disabled={isBusy()}
                  onClick={() => take(act)}
                >
                  {a.answer.acts[act]}
                </button>
              )}
            </For>
            <Show when={may('write')}>
              <button type="button" class="button" onClick={begin}>
                {a.answer.newVersion}
              </button>
            </Show>
          </p>
        </form>
      </Show>
      <Show when={props.response.state === 'draft' && !may('review') && may('write')}>
        <p class="field-hint">{a.answer.ownDraft}</p>
      </Show>
      <Show when={mayLink() && memberOfGroup()}>
        {(publicId) => (
          <GroupRest publicId={publicId()} response={props.response} onLinked={props.onChanged} />
        )}
      </Show>
      <Show when={props.showsServed && !props.response.isForMeasure}>
        <ServedList
          response={props.response}
          mayChange={mayLink()}
          isBusy={isBusy()}
          onLink={(publicIds) => link({ link: publicIds })}
          onUnlink={(publicId) => link({ unlink: [publicId] })}
        />
      </Show>
      <ResponseHistory response={props.response} heading={props.showsServed ? 'h3' : 'h4'} />
    </div>
  )
}
