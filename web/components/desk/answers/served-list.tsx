import { createSignal, For, Show } from 'solid-js'
import type { ResponseView } from '../../../../worker/contract/responses'
import { within } from '../../../lib/links'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { DispositionTag } from '../dispositions/disposition-history'

interface ServedListProps {
  response: ResponseView
  mayChange: boolean
  isBusy: boolean
  onLink: (publicIds: string[]) => void
  onUnlink: (publicId: string) => void
}

/** The comments that an answer serves; while it is a draft, more can be taken up and others let go. */
export function ServedList(props: ServedListProps) {
  const [typed, setTyped] = createSignal('')
  const rest = () => props.response.comments - props.response.served.length
  return (
    <section aria-label={a.answer.served}>
      <h3 class="response-heading">{a.answer.served}</h3>
      <ul class="served-list">
        <For each={props.response.served}>
          {(served) => (
            <li>
              <p class="disposition-line">
                <a href={within(`/desk/cases?view=all&comment=${served.publicId}`)}>{served.publicId}</a>
                <b>{served.author.name ?? words.anonymous}</b>
                <Show when={served.disposition}>
                  {(disposition) => <DispositionTag disposition={disposition()} />}
                </Show>
                <Show when={served.isAnswered}>
                  <span class="tag tag-verified">{a.answer.servedPublic}</span>
                </Show>
                <Show when={props.mayChange && !served.isAnswered}>
                  <button
                    type="button"
                    class="button button-quiet"
                    aria-label={`${a.answer.unlink} ${served.publicId}`}
                    aria-disabled={props.isBusy}
                    onClick={() => !props.isBusy && props.onUnlink(served.publicId)}
                  >
                    {a.answer.unlink}
                  </button>
                </Show>
              </p>
              <p class="row-text">{served.body}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <p class="field-hint">{a.answer.more(formatCount(rest()))}</p>
      </Show>
      <Show when={props.mayChange}>
        <form
          class="link-form"
          onSubmit={(event) => {
            event.preventDefault()
            const ids = typed()
              .toUpperCase()
              .split(/[\s,，、]+/u)
              .filter(Boolean)
            if (ids.length === 0 || props.isBusy) return
            props.onLink(ids)
            setTyped('')
          }}
        >
          <div class="field">
            <label for="link-ids">{a.answer.linkLabel}</label>
            <input
              id="link-ids"
              value={typed()}
              autocomplete="off"
              aria-describedby="link-hint"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <p class="field-hint" id="link-hint">
              {a.answer.linkHint}
            </p>
          </div>
          <button type="submit" class="button" aria-disabled={props.isBusy}>
            {a.answer.link}
          </button>
        </form>
      </Show>
    </section>
  )
}
