import { For, Show } from 'solid-js'
import type { CommentFilter, ThreadPage } from '../../../worker/contract/comments'
import type { MeasureView as Measure, PlanView } from '../../../worker/contract/plan'
import { AnswerBlock } from '../../components/answer/answer-block'
import { useFrame } from '../../components/frame/frame-context'
import { ClauseList } from '../../components/measure/clause-list'
import { Contents, useShortTitle } from '../../components/measure/contents'
import { MeasureTitle } from '../../components/measure/measure-title'
import { ReviewNotes } from '../../components/measure/review-notes'
import { Departed, RevisionNote } from '../../components/measure/revision-notes'
import { TargetCards } from '../../components/measure/target-cards'
import { Thread } from '../../components/thread/thread'
import { measurePath, responseEntryPath } from '../../lib/links'

function Neighbours(props: { measure: Measure }) {
  const frame = useFrame()
  const shortTitle = useShortTitle()
  return (
    <nav class="neighbours" aria-label={frame.words.measure.pager}>
      <Show when={props.measure.previous} fallback={<span />}>
        {(previous) => (
          <a href={measurePath(previous().key)} rel="prev">
            <span>{frame.words.measure.previous}</span>
            {shortTitle(previous())}
          </a>
        )}
      </Show>
      <Show when={props.measure.next}>
        {(next) => (
          <a href={measurePath(next().key)} rel="next">
            <span>{frame.words.measure.next}</span>
            {shortTitle(next())}
          </a>
        )}
      </Show>
    </nav>
  )
}

export function MeasureView(props: {
  plan: PlanView
  measure: Measure
  comments: ThreadPage
  filter: CommentFilter & { after?: string | undefined }
  isMember?: boolean
}) {
  const { measure: words, answer: answerWords, response } = useFrame().words
  return (
    <div class="measure-page">
      <Contents plan={props.plan} themeKey={props.measure.theme.key} measureKey={props.measure.key} />
      <div class="measure-text">
        <MeasureTitle measure={props.measure} />
        <Show when={props.isMember && props.measure.consultation.phase === 'open'}>
          <p class="buttons">
            <a class="button-quiet" href={responseEntryPath(props.measure.key)}>
              {response.fromMeasure}
            </a>
          </p>
        </Show>
        <section class="text" aria-labelledby="text-heading">
          <header class="text-head">
            <h2 id="text-heading">{words.text}</h2>
            <p>{words.textHint}</p>
          </header>
          <RevisionNote measure={props.measure} />
          <ClauseList measure={props.measure} filter={props.filter} />
        </section>
        <For each={props.measure.answers}>
          {(answer) => <AnswerBlock answer={answer} about={answerWords.ofMeasure} />}
        </For>
        <TargetCards measure={props.measure} />
        <Departed measure={props.measure} />
        <ReviewNotes measure={props.measure} />
        <Neighbours measure={props.measure} />
      </div>
      <Thread measure={props.measure} comments={props.comments} filter={props.filter} />
    </div>
  )
}
