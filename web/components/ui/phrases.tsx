import { For } from 'solid-js'
import { phrasesOf } from '../../lib/phrases'

/** A heading that breaks between words: its style keeps Chinese characters together elsewhere. */
export function Phrases(props: { text: string }) {
  return (
    <span class="phrases">
      <For each={phrasesOf(props.text)}>
        {(phrase, index) => (
          <>
            {index() > 0 ? <wbr /> : null}
            {phrase}
          </>
        )}
      </For>
    </span>
  )
}
