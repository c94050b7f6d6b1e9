import { For, Show } from 'solid-js'
import type {
  ModerationFigures,
  ModerationLog,
  ModerationLogQuery,
} from '../../../worker/contract/moderation-log'
import { decisions } from '../../../worker/contract/words'
import { useFrame } from '../../components/frame/frame-context'
import { FiguresTable, RejectionReasons } from '../../components/moderation/figures-table'
import { LogEntry } from '../../components/moderation/log-entry'
import { moderationLogPath, policyPath } from '../../lib/links'

/** `/moderation-log`: monthly figures, and the decisions one by one. */
export function ModerationLogView(props: {
  figures: ModerationFigures
  log: ModerationLog
  query: ModerationLogQuery
}) {
  const { words, domain } = useFrame()
  const { moderation } = words
  const { months } = props.figures
  return (
    <div class="column account-page">
      <h1>{moderation.logTitle}</h1>
      <p class="account-lead">{moderation.logLead}</p>
      <p class="account-way">
        <a href={policyPath()}>{moderation.toPolicy}</a>
      </p>
      <Show when={!props.query.after}>
        <h2 id="figures-heading">{moderation.figures}</h2>
        <Show when={months.length > 0} fallback={<p class="hint">{moderation.noFigures}</p>}>
          <FiguresTable months={months} />
          <p class="hint">{moderation.figuresNote}</p>
          <h3>{moderation.rejectedBy}</h3>
          <RejectionReasons months={months} />
        </Show>
      </Show>
      <h2 id="log-heading">{moderation.log}</h2>
      <p class="hint">{moderation.logNote}</p>
      <form class="log-filter" action={moderationLogPath()}>
        <label for="log-decision">{moderation.filter}</label>
        <select id="log-decision" name="decision" class="input">
          <option value="">{moderation.all}</option>
          <For each={decisions}>
            {(decision) => (
              <option value={decision} selected={props.query.decision === decision}>
                {domain.decisions[decision]}
              </option>
            )}
          </For>
        </select>
        <button class="button" type="submit">
          {moderation.show}
        </button>
      </form>
      <Show when={props.log.items.length > 0} fallback={<p class="empty-title">{moderation.emptyLog}</p>}>
        <ol class="log">
          <For each={props.log.items}>{(entry) => <LogEntry entry={entry} />}</For>
        </ol>
        <Show when={props.log.next}>
          {(after) => (
            <a
              class="button-quiet"
              rel="next"
              href={moderationLogPath({ decision: props.query.decision, after: after() })}
            >
              {moderation.next}
            </a>
          )}
        </Show>
      </Show>
      <p class="account-way">
        {moderation.sealed} <a href="/transparency">{moderation.toSeal}</a>
      </p>
    </div>
  )
}
