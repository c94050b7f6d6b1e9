import { createEffect, For, Show } from 'solid-js'
import type { ApiError } from '../../../api/api-error'
import { language } from '../../../locales/desk'

/** What is wrong with a form: a sentence for each field, by its id in the page, and sentences for the whole. */
export interface FormProblem {
  fields: Record<string, string>
  sentences: readonly string[]
  /** Whether the session was over. */
  isSignedOut?: boolean
}

/** What the server refused; its names of fields are the forms'. */
export function problemOf({ code, fields, message }: ApiError): FormProblem {
  const sentences = Object.keys(fields).length > 0 ? [] : [message]
  return { fields, sentences, isSignedOut: code === 'unauthenticated' }
}

const named = (name: string | undefined, sentence: string) =>
  name ? `${name}${language === 'zh' ? '：' : ': '}${sentence}` : sentence

/** Takes the focus when it appears, and leads to each field. */
export function ProblemSummary(props: {
  heading: string
  problem: FormProblem | null
  idOf: (field: string) => string
  /** What a field is called, where its sentence does not say which it is of. */
  nameOf?: (field: string) => string | undefined
}) {
  let summary: HTMLDivElement | undefined
  createEffect(() => {
    if (props.problem) summary?.focus()
  })
  return (
    <Show when={props.problem}>
      {(problem) => (
        <div class="problem" role="alert" tabindex="-1" ref={summary}>
          <h2>{props.heading}</h2>
          <ul>
            <For each={problem().sentences}>{(sentence) => <li>{sentence}</li>}</For>
            <For each={Object.entries(problem().fields)}>
              {([field, sentence]) => (
                <li>
                  <a href={`#${props.idOf(field)}`} rel="external">
                    {named(props.nameOf?.(field), sentence)}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </Show>
  )
}
