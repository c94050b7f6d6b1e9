import { For, Show } from 'solid-js'
import type { CodeView } from '../../../../worker/contract/codebook'
import type { CountSuggestions, RunView, Settle } from '../../../../worker/contract/suggestions'
import type { Asked } from '../../../lib/sorting/wishes'
import { t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

interface RunResultProps {
  run: RunView
  codes: readonly CodeView[]
  /** What was counted and waits to be confirmed. */
  asked: Asked | null
  busy: boolean
  sortingPath: string
  onAsk: (part: CountSuggestions, to: Settle['to']) => void
  onConfirm: () => void
  onCancel: () => void
}

/** The groups that the machine found, with their phrases and what it proposes for each. */
export function RunResult(props: RunResultProps) {
  const facts = () => {
    const { seed, parameters } = props.run
    const { clusters, shortest, longest, leastScore, rounds } = parameters
    const grams = `${shortest}–${longest}`
    return t.suggestions.parameters(String(seed), String(clusters), grams, String(leastScore), String(rounds))
  }
  const codeName = (id: number) => {
    const code = props.codes.find((each) => each.id === id)
    return code ? t.coding.code(code.key, code.name) : null
  }
  const countsOf = (cluster: number) =>
    props.run.counts.filter((count) => count.cluster === cluster && codeName(count.code) !== null)
  const isAsked = (cluster: number, code: number) =>
    props.asked?.part.cluster === cluster && props.asked.part.code === code ? props.asked : null
  return (
    <section class="coding-run" aria-labelledby="run-heading">
      <h2 id="run-heading">{t.suggestions.latest}</h2>
      <p class="block-text">
        {t.suggestions.facts(
          formatCount(props.run.commentCount),
          String(props.run.version),
          props.run.madeBy,
          formatMoment(props.run.madeAt),
        )}
        <br />
        {facts()}
      </p>
      <p>
        <a href={props.sortingPath}>{t.suggestions.oneByOne}</a>
      </p>
      <ol class="clusters">
        <For each={props.run.clusters}>
          {(cluster) => (
            <li class="block cluster">
              <h3>{t.suggestions.cluster(String(cluster.number), formatCount(cluster.size))}</h3>
              <ul class="cluster-phrases" aria-label={t.suggestions.phrases}>
                <For each={cluster.phrases} fallback={<li class="coding-none">{t.suggestions.noPhrases}</li>}>
                  {(phrase) => <li class="tag">{phrase}</li>}
                </For>
              </ul>
              <For each={countsOf(cluster.number)} fallback={<p class="coding-none">{t.suggestions.none}</p>}>
                {(count) => (
                  <div class="cluster-code">
                    <b class="cluster-code-name">{codeName(count.code)}</b>
                    <span class="badge" classList={{ 'badge-here': count.open > 0 }}>
                      {t.suggestions.open(formatCount(count.open))}
                    </span>
                    <small>
                      {t.suggestions.settled(formatCount(count.accepted), formatCount(count.dismissed))}
                    </small>
                    <Show when={count.open > 0 && !isAsked(cluster.number, count.code)}>
                      <span class="cluster-acts">
                        <For each={['accepted', 'dismissed'] as const}>
                          {(to) => (
                            <button
                              type="button"
                              class="button"
                              aria-label={t.suggestions.allOf[to](codeName(count.code) ?? '')}
                              onClick={() =>
                                props.onAsk(
                                  { run: props.run.id, cluster: cluster.number, code: count.code },
                                  to,
                                )
                              }
                            >
                              {t.suggestions.all[to]}
                            </button>
                          )}
                        </For>
                      </span>
                    </Show>
                    <Show when={isAsked(cluster.number, count.code)}>
                      {(asked) => (
                        <Confirmation
                          asked={asked()}
                          code={codeName(count.code) ?? ''}
                          busy={props.busy}
                          onConfirm={props.onConfirm}
                          onCancel={props.onCancel}
                        />
                      )}
                    </Show>
                  </div>
                )}
              </For>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

interface ConfirmationProps {
  asked: Asked
  code: string
  busy: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** How many it is about, and a few of them, before anything happens. */
function Confirmation(props: ConfirmationProps) {
  return (
    <section class="coding-confirmation" aria-label={t.suggestions.confirm[props.asked.to]}>
      <Show when={props.asked.counted.count > 0} fallback={<p>{t.suggestions.nothing}</p>}>
        <p>
          <b>{t.suggestions.count[props.asked.to](formatCount(props.asked.counted.count), props.code)}</b>{' '}
          {t.suggestions.sample}
        </p>
        <ul class="coding-confirmation-sample">
          <For each={props.asked.counted.sample}>
            {({ body, phrase }) => (
              <li lang="zh-CN">
                <Show when={phrase}>
                  <mark>{phrase}</mark>{' '}
                </Show>
                {body}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="form-acts">
        <Show when={props.asked.counted.count > 0}>
          <button
            type="button"
            class="button button-blue"
            aria-disabled={props.busy}
            ref={(element) => queueMicrotask(() => element.focus())}
            onClick={() => props.onConfirm()}
          >
            {t.suggestions.confirm[props.asked.to]}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t.codebook.cancel}
        </button>
      </div>
    </section>
  )
}
