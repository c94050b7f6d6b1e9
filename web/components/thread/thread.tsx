import { createMemo, For, Match, Show, Switch } from 'solid-js'
import type { CommentFilter, ThreadPage } from '../../../worker/contract/comments'
import type { MeasureView } from '../../../worker/contract/plan'
import { formatFullDay } from '../../lib/beijing-time'
import { commentFormPath, measurePath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { placeAnswers } from '../../lib/place-answers'
import { AnswerTo } from '../answer/answer-to'
import { useFrame } from '../frame/frame-context'
import { CommentArticle } from './comment-article'
import { FoldedReplies } from './replies'
import { StanceCounts } from './stance-counts'
import { ThreadFilter } from './thread-filter'

interface ThreadProps {
  measure: MeasureView
  comments: ThreadPage
  filter: CommentFilter & { after?: string | undefined }
}

function WriteAction(props: { measure: MeasureView; clause: number | null; clauseKey: string | undefined }) {
  const frame = useFrame()
  const thread = frame.words.thread
  const consultation = () => props.measure.consultation
  return (
    <Switch>
      <Match when={consultation().phase === 'open'}>
        <p class="write-action">
          <a class="button" href={commentFormPath(props.measure.key, { clause: props.clauseKey })}>
            {props.clause ? thread.writeHere(props.clause) : frame.words.write}
          </a>
        </p>
      </Match>
      <Match when={consultation().phase === 'closed'}>
        <p class="phase-note">{thread.closed}</p>
      </Match>
      <Match when={consultation().phase === 'not_open'}>
        <p class="phase-note">{thread.notOpen(formatFullDay(consultation().opensAt, frame.language))}</p>
      </Match>
    </Switch>
  )
}

function EmptyThread(props: ThreadProps & { clause: number | null }) {
  const frame = useFrame()
  const thread = frame.words.thread
  return (
    <div class="empty">
      <Show
        when={!props.filter.kind && !props.filter.after}
        fallback={
          <>
            <p class="empty-title">{thread.emptyFilter}</p>
            <p>
              <a href={measurePath(props.measure.key, { clause: props.filter.clause }, 'thread')}>
                {thread.clearFilter}
              </a>
            </p>
          </>
        }
      >
        <p class="empty-title">{props.clause ? thread.emptyClause(props.clause) : thread.empty}</p>
        <Show when={props.measure.consultation.phase === 'open'}>
          <p>{thread.emptyInvite}</p>
        </Show>
      </Show>
    </div>
  )
}

export function Thread(props: ThreadProps) {
  const frame = useFrame()
  const thread = frame.words.thread
  const clause = () => props.measure.clauses.find((each) => each.key === props.filter.clause) ?? null
  const number = () => clause()?.number ?? null
  const published = () => clause()?.published ?? props.measure.counts.published
  const mayReply = () => props.measure.consultation.phase === 'open' && props.measure.consultation.hasReplies
  const placed = createMemo(() =>
    placeAnswers(
      props.comments.answers,
      props.comments.items.flatMap((item) => [item, ...item.replies]).map(({ publicId }) => publicId),
    ),
  )
  return (
    <section class="thread" id="thread" aria-labelledby="thread-heading">
      <header class="thread-head">
        <div class="thread-title">
          <h2 id="thread-heading">{clause() ? thread.ofClause(clause()?.number ?? 0) : thread.whole}</h2>
          <p>
            {thread.published(groupDigits(published()))}
            <Show when={clause()}>
              {' '}
              <a
                class="show-whole"
                href={measurePath(
                  props.measure.key,
                  { ...props.filter, clause: undefined, after: undefined },
                  'thread',
                )}
              >
                {frame.words.measure.showWhole}
              </a>
            </Show>
          </p>
        </div>
        <WriteAction measure={props.measure} clause={number()} clauseKey={props.filter.clause} />
      </header>
      <Show when={published() > 0}>
        <ThreadFilter
          measureKey={props.measure.key}
          filter={{ ...props.filter, after: undefined } as CommentFilter}
        />
      </Show>
      <Show when={props.comments.items.length > 0} fallback={<EmptyThread {...props} clause={number()} />}>
        <ol class="comments">
          <For each={props.comments.items}>
            {(item) => (
              <li>
                <CommentArticle
                  comment={item}
                  showClause={!clause()}
                  mayReply={mayReply()}
                  mayStart={props.measure.consultation.phase === 'open'}
                  isFolded
                >
                  <AnswerTo placed={placed().get(item.publicId)} isFolded />
                  <FoldedReplies thread={item} mayReply={mayReply()} placed={placed()} />
                </CommentArticle>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Pager measureKey={props.measure.key} filter={props.filter} next={props.comments.next} />
      <Show when={published() > 0}>
        <StanceCounts byStance={(clause() ?? props.measure.counts).byStance} />
      </Show>
    </section>
  )
}

function Pager(props: { measureKey: string; filter: ThreadProps['filter']; next: string | null }) {
  const thread = useFrame().words.thread
  return (
    <Show when={props.next || props.filter.after}>
      <nav class="pager" aria-label={thread.pages}>
        <Show when={props.filter.after}>
          <a href={measurePath(props.measureKey, { ...props.filter, after: undefined }, 'thread')}>
            {thread.first}
          </a>
        </Show>
        <Show when={props.next}>
          {(next) => (
            <a
              class="button-quiet"
              rel="next"
              href={measurePath(props.measureKey, { ...props.filter, after: next() }, 'thread')}
            >
              {thread.next}
            </a>
          )}
        </Show>
      </nav>
    </Show>
  )
}
