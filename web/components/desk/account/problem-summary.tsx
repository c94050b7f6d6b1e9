import { createEffect, For, Show } from 'solid-js'
import type { ApiError } from '../../../api/api-error'

/** What is wrong with a form: a sentence for each field, by its id in the page, and sentences for the whole. */
export interface FormProblem {
  fields: Record<string, string>
  sentences: readonly string[]
}

/** What the server refused; its names of fields are the forms'. */
export function problemOf({ fields, message }: ApiError): FormProblem {
  return { fields, sentences: Object.keys(fields).length > 0 ? [] : [message] }
}

/** Takes the focus when it appears, and leads to each field. */
export function ProblemSummary(props: {
  heading: string
  problem: FormProblem | null
  idOf: (field: string) => string
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
                    {sentence}
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
