import { For, Show } from 'solid-js'
import type { StandardTextView } from '../../../../worker/contract/standard-texts'
import { within } from '../../../lib/links'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatMoment, formatPlace } from '../../../locales/desk/format'
import { DispositionTag } from '../dispositions/disposition-history'
import { StateTag } from './response-facts'

/** Where a standard text is used, in which of its wordings, and all of these. */
export function StandardUses(props: { text: StandardTextView }) {
  const isUnused = () => props.text.usedInResponses.length + props.text.usedInDispositions.length === 0
  return (
    <div class="standard-uses">
      <section aria-label={a.standard.uses}>
        <h3>{a.standard.uses}</h3>
        <Show when={isUnused()}>
          <p class="block-text">{a.standard.noUse}</p>
        </Show>
        <ul class="served-list">
          <For each={props.text.usedInResponses}>
            {(use) => (
              <li class="disposition-line">
                <a href={within(`/desk/answers?response=${use.responseId}`)}>
                  {a.standard.inResponse(use.responseId, use.responseVersion)}
                </a>
                <StateTag state={use.state} />
                <span>{formatPlace(use.measureKey)}</span>
                <span class="field-hint">
                  {a.standard.worded(use.version)} · {formatMoment(use.at)}
                </span>
              </li>
            )}
          </For>
          <For each={props.text.usedInDispositions}>
            {(use) => (
              <li class="disposition-line">
                <a href={within(`/desk/cases?view=all&comment=${use.publicId}`)}>
                  {a.standard.inDisposition(use.publicId)}
                </a>
                <DispositionTag disposition={use.disposition} />
                <span class="field-hint">
                  {a.standard.worded(use.version)} · {formatMoment(use.at)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section aria-label={a.standard.wordings}>
        <h3>{a.standard.wordings}</h3>
        <For each={props.text.wordings}>
          {(wording) => (
            <div class="disposition-entry">
              <p class="disposition-line">
                <b>{a.standard.version(wording.version)}</b> {wording.title}
                <span class="field-hint">{a.disposition.by(wording.by, formatMoment(wording.at))}</span>
              </p>
              <p class="plain">{wording.text}</p>
            </div>
          )}
        </For>
      </section>
      <Show when={!props.text.isActive}>
        <p class="field-hint">{words.fields.standard_text_unknown}</p>
      </Show>
    </div>
  )
}
