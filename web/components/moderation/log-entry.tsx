import { Show } from 'solid-js'
import type { LogEntry as Entry } from '../../../worker/contract/moderation-log'
import { formatMoment } from '../../lib/beijing-time'
import { commentPath, measurePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'

/** One decision: when, on what, why; the text where its reason lets it be shown. */
export function LogEntry(props: { entry: Entry }) {
  const frame = useFrame()
  const { words, domain, language } = frame
  const { moderation } = words
  const { at, publicId, measure, decision, reason, redactions, text, isPublic } = props.entry
  const places = usePlaces()
  const hidden = [...new Set(redactions)].map((key) => domain.redactions[key])
  return (
    <li class="log-entry">
      <p class="log-head">
        <b class={`log-decision log-${decision}`}>{domain.decisions[decision]}</b>
        <time datetime={at}>{formatMoment(at, frame.now, language)}</time>
        <span class="log-number">{publicId}</span>
        <a href={measurePath(measure.key)}>
          {places.place(measure.key)} {language === 'zh' ? measure.shortTitle : measure.shortTitleEn}
        </a>
      </p>
      <p>{language === 'zh' ? reason.zh : reason.en}</p>
      <Show when={hidden.length > 0}>
        <p class="hint">{moderation.hidden(hidden.join(language === 'zh' ? '、' : ', '))}</p>
      </Show>
      <Show when={text}>
        <details class="log-text">
          <summary>{moderation.text}</summary>
          <blockquote lang="zh-CN">{text}</blockquote>
        </details>
      </Show>
      <Show when={decision === 'reject' && !text && !isPublic}>
        <p class="hint">{moderation.textHidden}</p>
      </Show>
      <Show when={isPublic}>
        <p>
          <a href={commentPath(publicId)}>{moderation.read}</a>
        </p>
      </Show>
    </li>
  )
}
