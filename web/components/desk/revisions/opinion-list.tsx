import { For, Show } from 'solid-js'
import type { AskingOpinion } from '../../../../worker/contract/revisions'
import { within } from '../../../lib/links'
import { words } from '../../../locales/desk'
import { w } from '../../../locales/desk/revisions'

/** The opinions that ask for a change, each with why it was adopted. */
export function OpinionList(props: { opinions: readonly AskingOpinion[]; change: number | null }) {
  return (
    <ul class="rev-opinions">
      <For each={props.opinions}>
        {(opinion) => (
          <li>
            <p class="rev-opinion-head">
              <span class={`badge ${opinion.disposition === 'adopted' ? 'badge-good' : 'badge-lacking'}`}>
                {words.dispositions[opinion.disposition]}
              </span>
              <b>{opinion.author.name ?? words.anonymous}</b>
              <a href={within(`/desk/cases?comment=${opinion.publicId}`)}>
                <code>{opinion.publicId}</code>
              </a>
              <Show when={opinion.changes.length > 0}>
                <span class="badge badge-here">
                  {props.change !== null && opinion.changes.includes(props.change)
                    ? w.ledHere
                    : w.ledElsewhere}
                </span>
              </Show>
            </p>
            <Show when={opinion.quote}>
              <blockquote class="rev-quote" lang="zh-CN">
                {opinion.quote}
              </blockquote>
            </Show>
            <p class="rev-opinion-body">{opinion.body}</p>
            <p class="rev-opinion-reason">
              <span>{w.disposition}</span> {opinion.reason}
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
