import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { ConsentFields } from '../components/form/consent-fields'
import { DraftNotice } from '../components/form/draft-notice'
import type { FieldState } from '../components/form/field-state'
import { WhatFields } from '../components/form/what-fields'
import { WhoFields } from '../components/form/who-fields'
import { checkField } from '../lib/check-field'
import { watchPointer, whenReleased } from '../lib/when-released'
import type { CommentFormValues } from '../page'
import { afterHydration } from './after-hydration'
import type { Drawn } from './island-props'
import { keepDraft } from './keep-draft'
import { typedSoFar } from './typed-so-far'

/** The whole form: a plain one without scripts, with counting, checks and a kept draft once they run. */
export function CommentForm(props: Drawn<'comment-form'>) {
  const { words, terms } = props
  const [values, setValues] = createStore<CommentFormValues>({ ...props.values })
  const [errors, setErrors] = createStore<Record<string, string | undefined>>({ ...props.errors })
  const [isScripted, setScripted] = createSignal(false)
  const [isOffline, setOffline] = createSignal(false)
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
        const code = checkField(name, values[name])
        if (code) setErrors(name, terms.fields[code])
        else if (values[name].trim()) setErrors(name, undefined)
      })
    },
  }
  const draft = keepDraft({
    measureKey: props.measureKey,
    parentId: props.parentId,
    given: props.values,
    values,
    restore: (restored) => setValues(restored),
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
      <WhatFields state={state} clauses={props.clauses} isReply={props.parentId !== null} />
      <WhoFields state={state} />
      <ConsentFields state={state} />
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
