import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { figureField, opinionField, type TargetField } from '../../worker/contract/target-fields'
import { AttachmentFields } from '../components/form/attachment-fields'
import { ConsentFields } from '../components/form/consent-fields'
import { DraftNotice } from '../components/form/draft-notice'
import type { FieldState } from '../components/form/field-state'
import { PersonalDataHint } from '../components/form/personal-data-hint'
import { SimilarHint } from '../components/form/similar-hint'
import { TargetFields } from '../components/form/target-fields'
import { WhatFields } from '../components/form/what-fields'
import { WhoFields } from '../components/form/who-fields'
import { wordingToEdit } from '../lib/changes-wording'
import { checkField } from '../lib/check-field'
import { watchPointer, whenReleased } from '../lib/when-released'
import type { CommentFormValues } from '../page'
import { afterHydration } from './after-hydration'
import type { CommentFormProps, Drawn, FormTarget } from './island-props'
import { keepDraft } from './keep-draft'
import { typedSoFar } from './typed-so-far'
import { watchPersonalData } from './watch-personal-data'
import { watchSimilar } from './watch-similar'

/** A passage belongs to its clause: one that was just chosen stays with it, a clause of the draft brings its own or none. */
function placeOf(
  { clause, quote = '', wording = '' }: Partial<CommentFormValues>,
  given: CommentFormValues,
  clauses: CommentFormProps['clauses'],
) {
  if (given.quote) return { clause: given.clause, quote: given.quote, wording: given.wording }
  return clause === undefined ? {} : { quote, wording: wordingToEdit(wording, clause, clauses) }
}

/** Names the fields, so that what is typed into them before scripts run is found. */
function unanswered(targets: FormTarget[]): Record<TargetField, string> {
  const fields = targets.flatMap(({ key }) => [opinionField(key), figureField(key)])
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

  afterHydration(() => {
    const form = root?.closest('form')
    if (!form) return
    setValues(typedSoFar(form, values))
    setScripted(true)
    watchPointer()
    draft.start()
    const online = () => setOffline(!navigator.onLine)
    window.addEventListener('online', online)
    window.addEventListener('offline', online)
    form.addEventListener('submit', (event) => {
      online()
      if (navigator.onLine) draft.save()
      else event.preventDefault()
    })
  })

  return (
    <div ref={root} class="comment-form">
      <DraftNotice words={words} draft={draft} />
      <WhatFields
        state={state}
        clauses={props.clauses}
        isReply={props.parentId !== null}
        suggests={props.parentId === null}
      />
      <SimilarHint words={words.similar} found={similar()} />
      <PersonalDataHint words={words.personalData} body={personalData.body()} found={personalData.found()} />
      <TargetFields state={state} targets={props.targets} />
      <Show when={props.files}>
        {(files) => <AttachmentFields state={state} files={files()} measureKey={props.measureKey} />}
      </Show>
      <WhoFields state={state} />
      <ConsentFields state={state} isMailed={props.isMailed} />
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
          <Show when={isScripted()}>
            {' '}
            {draft.isSaved() ? words.draftSaved : ''}
            {words.draftNote}
          </Show>
        </p>
      </div>
    </div>
  )
}
