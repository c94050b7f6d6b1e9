import { For, Show } from 'solid-js'
import type { ChangeView, RevisionsView as Revisions } from '../../../worker/contract/revisions'
import { useFrame } from '../../components/frame/frame-context'
import { usePlaces } from '../../components/frame/use-places'
import { ChangedText } from '../../components/measure/changed-text'
import { ChangeCauses } from '../../components/measure/clause-change'
import { useShortTitle } from '../../components/measure/contents'
import { formatFullDay } from '../../lib/beijing-time'
import { measurePath } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'

function Change(props: { measureKey: string; change: ChangeView }) {
  const frame = useFrame()
  const { revisions } = frame.words
  const number = () => partsOfKey(props.change.clauseKey).clause ?? 0
  return (
    <li class="change" id={`change-${props.change.id}`}>
      <p class="departed-head">
        <span class={`change-badge change-${props.change.kind}`}>
          {frame.domain.clauseChanges[props.change.kind]}
        </span>
        <a href={measurePath(props.measureKey, {}, `clause-${number()}`)}>{frame.words.clause(number())}</a>
      </p>
      <p class="change-text" lang="zh-CN">
        <ChangedText text={props.change.after ?? ''} before={props.change.before ?? ''} />
      </p>
      <ChangeCauses change={props.change} />
      <Show when={props.change.reason}>
        <p class="change-reason">
          {revisions.reason}
          {frame.words.colon}
          <span lang="zh-CN">{props.change.reason}</span>
        </p>
      </Show>
    </li>
  )
}

/** What the published revisions did to the plan, by measure, and why. */
export function RevisionsView(props: { revisions: Revisions }) {
  const frame = useFrame()
  const { revisions: words } = frame.words
  const shortTitle = useShortTitle()
  const places = usePlaces()
  return (
    <div class="column revisions-page">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Show
        when={props.revisions.items.length > 0}
        fallback={
          <div class="empty">
            <p class="empty-title">{words.none}</p>
            <p>{words.noneText}</p>
          </div>
        }
      >
        <p class="hint">{words.legend}</p>
      </Show>
      <For each={props.revisions.items}>
        {(revision) => (
          <section class="revision" aria-labelledby={`revision-${revision.number}`}>
            <h2 id={`revision-${revision.number}`}>
              {words.revision(revision.number)}
              <Show when={revision.publishedAt}>
                {(at) => (
                  <span class="revision-day">{words.published(formatFullDay(at(), frame.language))}</span>
                )}
              </Show>
            </h2>
            <Show when={revision.note}>
              <p class="change-reason" lang="zh-CN">
                {revision.note}
              </p>
            </Show>
            <For each={revision.measures}>
              {(measure) => (
                <section aria-label={shortTitle(measure)}>
                  <h3>
                    <a href={measurePath(measure.key)} lang={frame.language === 'zh' ? undefined : 'en'}>
                      {places.place(measure.key)}
                      {frame.language === 'zh' ? measure.title : ` ${shortTitle(measure)}`}
                    </a>
                  </h3>
                  <ul>
                    <For each={measure.changes}>
                      {(change) => <Change measureKey={measure.key} change={change} />}
                    </For>
                  </ul>
                </section>
              )}
            </For>
          </section>
        )}
      </For>
    </div>
  )
}
