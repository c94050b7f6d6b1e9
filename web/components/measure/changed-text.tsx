import { For, Match, Switch } from 'solid-js'
import { type ClauseRun, clauseRuns } from '../../lib/compare-texts'
import { useFrame } from '../frame/frame-context'

function Words(props: { run: ClauseRun }) {
  return <>{props.run.marked ? <mark class="target">{props.run.text}</mark> : props.run.text}</>
}

/** A clause with its change in the text: added and removed words are told apart by marks and, for those who listen, by words. */
export function ChangedText(props: {
  text: string
  before: string | null
  ranges?: readonly { start: number; end: number }[]
}) {
  const { revisions } = useFrame().words
  const label = (text: string) => (
    <span class="visually-hidden change-label" lang={useFrame().language === 'zh' ? 'zh-CN' : 'en'}>
      {text}
    </span>
  )
  return (
    <For each={clauseRuns(props.text, props.before, props.ranges ?? [])}>
      {(run) => (
        <Switch fallback={<Words run={run} />}>
          <Match when={run.kind === 'added'}>
            <ins>
              {label(revisions.inserted)}
              <Words run={run} />
            </ins>
          </Match>
          <Match when={run.kind === 'missing'}>
            <del>
              {label(revisions.deleted)}
              {run.text}
            </del>
          </Match>
        </Switch>
      )}
    </For>
  )
}
