import { For, Show } from 'solid-js'
import type { AnswerVersion, AnswerView } from '../../../worker/contract/answers'
import { formatFullDay } from '../../lib/beijing-time'
import { linesOf, linesShown } from '../../lib/line-estimate'
import { useFrame } from '../frame/frame-context'

/** What the department says, unmistakable by label, colour and place; what it said before stands behind. */
export function AnswerBlock(props: {
  answer: AnswerView
  /** What it is about, where it does not stand beside a comment. */
  about?: string
  /** Show the first lines of a long one only, as the thread does of comments. */
  isFolded?: boolean
}) {
  const { words: all, language } = useFrame()
  const words = all.answer
  const [latest, ...earlier] = props.answer.versions
  const unit = language === 'en' ? props.answer.unit?.nameEn : props.answer.unit?.name
  const isLong = () => props.isFolded === true && linesOf(latest?.text ?? '') > linesShown
  return (
    <div class="answer" id={`answer-${props.answer.id}`}>
      <p class="answer-head">
        <b class="answer-label">{words.label}</b>
        <Show when={props.about}>
          <span>{props.about}</span>
        </Show>
        <Show when={unit}>
          <span>{unit}</span>
        </Show>
        <Show when={latest}>{(version) => <Day at={version().publishedAt} />}</Show>
        <Show when={earlier.length > 0 && latest}>
          {(version) => <span>{words.number(version().number)}</span>}
        </Show>
      </p>
      <div class="comment-body" classList={{ 'is-long': isLong() }}>
        <Show when={isLong()}>
          <input class="body-toggle" type="checkbox" id={`whole-answer-${props.answer.id}`} />
        </Show>
        <div class="comment-words">{latest?.text}</div>
        <Show when={isLong()}>
          <label class="body-more" for={`whole-answer-${props.answer.id}`}>
            {words.whole}
          </label>
        </Show>
      </div>
      <Show when={earlier.length > 0}>
        <details class="answer-earlier">
          <summary>{words.earlier(earlier.length)}</summary>
          <ol>
            <For each={earlier}>
              {(version, index) => <Earlier version={version} next={props.answer.versions[index()]} />}
            </For>
          </ol>
        </details>
      </Show>
    </div>
  )
}

/** A version that another has replaced: from when to when it was the one in force. */
function Earlier(props: { version: AnswerVersion; next: AnswerVersion | undefined }) {
  const { words, language } = useFrame()
  const day = (version: AnswerVersion) => formatFullDay(version.publishedAt, language)
  return (
    <li>
      <p class="answer-head">
        <span>{words.answer.number(props.version.number)}</span>
        <span>
          {props.next ? words.answer.until(day(props.version), day(props.next)) : day(props.version)}
        </span>
      </p>
      <p class="answer-former">{props.version.text}</p>
    </li>
  )
}

function Day(props: { at: string }) {
  const { language } = useFrame()
  return <time datetime={props.at}>{formatFullDay(props.at, language)}</time>
}
