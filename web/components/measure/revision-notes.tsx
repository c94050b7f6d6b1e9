import { For, Show } from 'solid-js'
import type { MeasureView } from '../../../worker/contract/plan'
import { commentPath, measurePath, revisionsPath } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { Quoted } from '../thread/made-on'
import { ChangeCauses } from './clause-change'
import { TargetCardList } from './target-cards'

/** Over the text, once it was revised: which revision this is, and the ways to the others. */
export function RevisionNote(props: { measure: MeasureView }) {
  const { revisions } = useFrame().words
  const current = () => props.measure.consultation.planRevision
  const isEarlier = () => props.measure.revision < current()
  return (
    <Show when={current() > 1}>
      <p class="revision-note" classList={{ 'is-earlier': isEarlier() }}>
        <b>
          {isEarlier()
            ? revisions.reading(props.measure.revision, current())
            : revisions.revision(props.measure.revision)}
        </b>
        <Show
          when={isEarlier()}
          fallback={<a href={measurePath(props.measure.key, { revision: 1 })}>{revisions.toFirst}</a>}
        >
          <a href={measurePath(props.measure.key)}>{revisions.toCurrent}</a>
        </Show>
        <a href={revisionsPath()}>{revisions.all}</a>
        <Show when={props.measure.clauses.some(({ change }) => change?.kind === 'amend')}>
          <span class="revision-legend">{revisions.legend}</span>
        </Show>
      </p>
    </Show>
  )
}

/** What the text no longer has: sentences, targets, and the places of comments. */
export function Departed(props: { measure: MeasureView }) {
  return (
    <>
      <RemovedClauses measure={props.measure} />
      <FormerTargets measure={props.measure} />
      <Show when={props.measure.revision === props.measure.consultation.planRevision}>
        <Orphans measure={props.measure} />
      </Show>
    </>
  )
}

function RemovedClauses(props: { measure: MeasureView }) {
  const frame = useFrame()
  const { revisions } = frame.words
  return (
    <Show when={props.measure.removed.length > 0}>
      <section class="departed" aria-labelledby="removed-heading">
        <h2 id="removed-heading">{revisions.removed}</h2>
        <ul>
          <For each={props.measure.removed}>
            {({ key, number, change }) => (
              <li id={`clause-${number}`}>
                <p class="departed-head">
                  <a class="change-badge change-remove" href={revisionsPath(change.id)}>
                    {revisions.changedIn.remove(change.revision)}
                  </a>
                  <a href={measurePath(props.measure.key, { clause: key }, 'thread')}>
                    {frame.words.thread.ofClause(number)}
                  </a>
                </p>
                <p lang="zh-CN">
                  <del>
                    <span class="visually-hidden">{revisions.deleted}</span>
                    {change.before}
                  </del>
                </p>
                <ChangeCauses change={change} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function FormerTargets(props: { measure: MeasureView }) {
  const { revisions } = useFrame().words
  return (
    <Show when={props.measure.formerTargets.length > 0}>
      <section class="departed" aria-labelledby="former-targets-heading">
        <h2 id="former-targets-heading">{revisions.formerTargets}</h2>
        <p class="hint">{revisions.formerTargetsHint}</p>
        <TargetCardList
          targets={props.measure.formerTargets.map((target) => ({ target, clauseKey: target.clauseKey }))}
          measure={props.measure}
          isFormer
        />
      </section>
    </Show>
  )
}

/** The first words of a comment; the rest stands on its own page. */
const opening = (body: string) => (body.length > 80 ? `${body.slice(0, 80)}…` : body)

function Orphans(props: { measure: MeasureView }) {
  const frame = useFrame()
  const { revisions } = frame.words
  return (
    <Show when={props.measure.orphans.items.length > 0}>
      <section class="departed" aria-labelledby="orphans-heading" id="orphans">
        <h2 id="orphans-heading">{revisions.orphans}</h2>
        <p class="hint">{revisions.orphansHint}</p>
        <ul>
          <For each={props.measure.orphans.items}>
            {(orphan) => (
              <li>
                <p class="departed-head">
                  <span class="made-on">{revisions.madeOn(orphan.madeOn)}</span>
                  <span>{frame.words.clause(partsOfKey(orphan.clauseKey).clause ?? 0)}</span>
                  <a href={commentPath(orphan.publicId)}>
                    <code>{orphan.publicId}</code>
                  </a>
                </p>
                <Quoted text={orphan.text} quote={orphan.quote} />
                <p>{opening(orphan.body)}</p>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.measure.orphans.hasMore}>
          <p class="hint">{revisions.orphansMore}</p>
        </Show>
      </section>
    </Show>
  )
}
