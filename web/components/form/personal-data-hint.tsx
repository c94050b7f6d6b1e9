import { For, type JSX, Show } from 'solid-js'
import type { Passage } from '../../../worker/contract/personal-data/signal'
import type { FormWords } from '../../locales/form'

export type PersonalDataFound = Pick<Passage, 'kind' | 'start' | 'end'>

/** What in a text looks like a person's data, as it would stand there for everybody; a hint, never a refusal. */
export function PersonalDataHint(props: {
  words: FormWords['personalData']
  body: string
  found: PersonalDataFound[]
  /** The way to the text. */
  children?: JSX.Element
}) {
  return (
    <div role="status" class="personal-data">
      <Show when={props.found.length > 0}>
        <div class="notice">
          <p>{props.words.lead}</p>
          <ul>
            <For each={props.found}>
              {({ kind, start, end }) => (
                <li>
                  {props.words.kinds[kind as keyof typeof props.words.kinds]}
                  <q>{props.body.slice(start, end)}</q>
                </li>
              )}
            </For>
          </ul>
          <p>{props.words.advice}</p>
          {props.children}
        </div>
      </Show>
    </div>
  )
}
