import { Show } from 'solid-js'
import type { KeptDraft } from '../../islands/keep-draft'
import type { KeptSelf } from '../../islands/keep-self'
import type { FormWords } from '../../locales/form'

export function DraftNotice(props: { words: FormWords; draft: KeptDraft; self: KeptSelf }) {
  return (
    <div role="status" class="draft-status">
      <Show when={props.draft.restoredFrom()}>
        {(moment) => (
          <p class="notice">
            <span>{props.words.draftRestored(moment())}</span>
            <button class="button-quiet" type="button" onClick={() => props.draft.clear()}>
              {props.words.draftClear}
            </button>
          </p>
        )}
      </Show>
      <Show when={props.self.isFilled()}>
        <p class="notice">
          <span>{props.words.selfFilled}</span>
          <button class="button-quiet" type="button" onClick={() => props.self.clear()}>
            {props.words.selfClear}
          </button>
        </p>
      </Show>
      <Show when={props.draft.isCleared()}>
        <p class="notice">{props.words.draftCleared}</p>
      </Show>
    </div>
  )
}
