import { For, Show } from 'solid-js'
import type { OrphanPage } from '../../../../worker/contract/revisions'
import { within } from '../../../lib/links'
import { t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'

/** Comments that lost their place, each with the text that it was made on. */
export function OrphanList(props: { items: OrphanPage['items']; hasMore: boolean; onMore: () => void }) {
  return (
    <>
      <ul class="rev-opinions">
        <For each={props.items}>
          {(orphan) => (
            <li>
              <p class="rev-opinion-head">
                <span>
                  {formatPlace(orphan.measureKey)} {t.sentence(Number(orphan.clauseKey.split('.')[2]))}
                </span>
                <span class="badge badge-lacking">{w.madeOn(orphan.madeOn)}</span>
                <span class="field-hint">{w.lostIn(orphan.orphanedIn)}</span>
                <b>{orphan.author.name ?? words.anonymous}</b>
                <a href={within(`/desk/cases?comment=${orphan.publicId}`)}>
                  <code>{orphan.publicId}</code>
                </a>
              </p>
              <blockquote class="rev-quote" lang="zh-CN">
                <Passage text={orphan.text} quote={orphan.quote} />
              </blockquote>
              <p class="rev-opinion-body">{orphan.body}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.hasMore}>
        <p class="form-acts">
          <button type="button" class="button" onClick={() => props.onMore()}>
            {w.moreOrphans}
          </button>
        </p>
      </Show>
    </>
  )
}

function Passage(props: { text: string; quote: string | null }) {
  const start = () => (props.quote ? props.text.indexOf(props.quote) : -1)
  return (
    <Show when={start() >= 0} fallback={props.text}>
      {props.text.slice(0, start())}
      <mark>{props.quote}</mark>
      {props.text.slice(start() + (props.quote?.length ?? 0))}
    </Show>
  )
}
