import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { type TargetField, targetFields } from '../../worker/contract/target-fields'
import { AttachmentFields } from '../components/form/attachment-fields'
import { ConsentFields } from '../components/form/consent-fields'
import { DraftNotice } from '../components/form/draft-notice'
import type { FieldState } from '../components/form/field-state'
import { FoldedPart } from '../components/form/folded-part'
import { KeptFields } from '../components/form/kept-fields'
import { PersonalDataHint } from '../components/form/personal-data-hint'
import { SimilarHint } from '../components/form/similar-hint'
import { FoldedTargets } from '../components/form/target-fields'
import { WhatFields } from '../components/form/what-fields'
import { WhoFields } from '../components/form/who-fields'
import { changesWording, wordingToEdit } from '../lib/changes-wording'
import { checkField } from '../lib/check-field'
import { commentFormPath, sentTo } from '../lib/links'
import { watchPointer, whenReleased } from '../lib/when-released'
import type { CommentFormValues } from '../page'
import { afterHydration } from './after-hydration'
import type { CommentFormProps, Drawn, FormTarget } from './island-props'
import { keepDraft } from './keep-draft'
import { keepSelf } from './keep-self'
import { typedSoFar } from './typed-so-far'
import { watchPersonalData } from './watch-personal-data'
import { watchSimilar } from './watch-similar'

/** A passage belongs to its clause, as a wording does: one that was just chosen stays with it unless the draft has a wording of its own; a clause of the draft brings its own or none. */
function placeOf(
  { clause, quote = '', wording = '', wordingOf = clause }: Partial<CommentFormValues>,
  given: CommentFormValues,
  clauses: CommentFormProps['clauses'],
) {
  const isOwn = clause !== undefined && changesWording(wording, clauses)
  if (!isOwn && (given.quote || changesWording(given.wording, clauses)))
    return { clause: given.clause, quote: given.quote, wording: given.wording, wordingOf: given.clause }
  return clause === undefined ? {} : { quote, wording: wordingToEdit(wording, clause, clauses), wordingOf }
}

/** Names the fields, so that what is typed into them before scripts run is found. */
function unanswered(targets: FormTarget[]): Record<TargetField, string> {
  const fields = targets.flatMap(({ key }) => targetFields(key))
  return Object.fromEntries(fields.map((field) => [field, '']))
}

/** The whole form: a plain one without scripts, with counting, checks and a kept draft once they run. */
export function CommentForm(props: Drawn<'comment-form'>) {
  const { words, terms } = props
  const given: CommentFormValues = { ...unanswered(props.targets), ...props.values }
  const [values, setValues] = createStore<CommentFormValues>({ ...given })
  const [errors, setErrors] = createStore<Record<string, string | undefined>>({ ...props.errors })
  const [isScripted, setScripted] = createSignal(false)
  const [isOffline, setOffline] = createSignal(false)
  const personalData = watchPersonalData(() => values.body)
  const similar = watchSimilar(() => values.body, props.measureKey)
  let root: HTMLDivElement | undefined

  const state: FieldState = {
    values,
    errors,
    words,
    terms,
    isScripted,
    set(name, value) {
      setValues(name, value)
      if (errors[name] && name !== 'uscc') setErrors(name, undefined)
    },
    leave(name) {
      whenReleased(() => {
        const value = values[name] ?? ''
        const code = checkField(name, value)
        if (code) setErrors(name, terms.fields[code])
        else if (value.trim()) setErrors(name, undefined)
      })
    },
  }
  const draft = keepDraft({
    measureKey: props.measureKey,
    parentId: props.parentId,
    given,
    values,
    restore: (restored) => setValues({ ...restored, ...placeOf(restored, props.values, props.clauses) }),
    language: props.language,
  })

  const self = keepSelf(values, setValues, terms.takes)

  afterHydration(() => {
    const form = root?.closest('form')
    if (!form) return
    setValues(typedSoFar(form, values))
    setScripted(true)
    watchPointer()
    if (!props.change) {
      draft.start()
      self.start()
    }
    const online = () => setOffline(!navigator.onLine)
    window.addEventListener('online', online)
    window.addEventListener('offline', online)
    form.addEventListener('submit', (event) => {
      online()
      if (!navigator.onLine) event.preventDefault()
      else if (!props.change) {
        draft.save()
        self.save()
      }
    })
  })

  return (
    <div ref={root} class="comment-form">
      <input type="hidden" name="wordingOf" value={values.wordingOf} />
      <DraftNotice words={words} draft={draft} self={self} />
      <WhatFields
        state={state}
        clauses={props.clauses}
        isReply={props.parentId !== null}
        suggests={props.parentId === null}
        underBody={
          <PersonalDataHint
            words={words.personalData}
            body={personalData.body()}
            found={personalData.found()}
          />
        }
      />
      <SimilarHint words={words.similar} found={similar()} />
      <FoldedTargets state={state} targets={props.targets} />
      <Show when={props.files}>
        {(files) => (
          <FoldedPart
            label={words.attachments}
            optional={words.optional}
            isOpen={files().length > 0 || Boolean(errors.file)}
          >
            <AttachmentFields
              state={state}
              files={files()}
              action={sentTo(commentFormPath(props.measureKey))}
            />
          </FoldedPart>
        )}
      </Show>
      <Show when={props.change}>{(change) => <KeptFields state={state} change={change()} />}</Show>
      <WhoFields state={state} signed={props.change?.signed} />
      <ConsentFields state={state} isMailed={props.isMailed} />
      <Show when={isScripted() && !props.change}>
        <label class="choice choice-single">
          <input
            type="checkbox"
            checked={self.isKept()}
            onChange={(event) => self.keep(event.currentTarget.checked)}
          />
          <span class="choice-words">
            <span class="choice-label">{words.selfKeep}</span>
            <span class="choice-hint">{words.selfNote}</span>
          </span>
        </label>
      </Show>
      <div class="form-end">
        <Show when={isOffline()}>
          <p class="notice notice-offline" role="status">
            {words.offline}
          </p>
        </Show>
        <button class="button" type="submit" name="step" value="preview">
          {words.preview}
        </button>
        <p class="hint">
          {words.previewHint}
          <Show when={isScripted() && !props.change}>
            {' '}
            {draft.isSaved() ? words.draftSaved : ''}
            {words.draftNote}
          </Show>
        </p>
      </div>
    </div>
  )
}
