import { createSignal, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { usualParameters } from '../../../lib/sorting/sort-comments'
import type { RunWish } from '../../../lib/sorting/wishes'
import { t } from '../../../locales/desk'
import type { MeasureChoice } from '../moderation/queue-rail'
import { MeasureSelect } from './measure-select'

interface RunFormProps {
  measures: readonly MeasureChoice[]
  largestSeed: number
  /** Null while nothing runs. */
  progress: { said: string; share: number } | null
  onStart: (wish: RunWish) => void
  onCancel: () => void
}

/** What the machine is run with; while it runs, how far it is and the way to end it. */
export function RunForm(props: RunFormProps) {
  const [measure, setMeasure] = createSignal('')
  const [seed, setSeed] = createSignal(20210319)
  const [clusters, setClusters] = createSignal('')
  const [leastScore, setLeastScore] = createSignal(usualParameters.leastScore)
  const within = (value: number, least: number, most: number) =>
    Math.min(most, Math.max(least, value || least))
  const start = () =>
    props.onStart({
      measure: measure() || undefined,
      seed: within(Math.floor(seed()), 0, props.largestSeed),
      clusters: clusters() === '' ? null : within(Math.floor(Number(clusters())), 2, limits.clusters),
      leastScore: within(leastScore(), 0, 1),
    })
  return (
    <form
      class="block run-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.progress) start()
      }}
    >
      <div class="run-fields">
        <MeasureSelect choices={props.measures} value={measure()} onChange={setMeasure} />
        <div class="field">
          <label for="run-clusters">{t.suggestions.clusters}</label>
          <input
            id="run-clusters"
            type="number"
            min="2"
            max={limits.clusters}
            value={clusters()}
            aria-describedby="run-clusters-hint"
            onInput={(event) => setClusters(event.currentTarget.value)}
          />
          <p class="field-hint" id="run-clusters-hint">
            {t.suggestions.clustersHint}
          </p>
        </div>
        <div class="field">
          <label for="run-score">{t.suggestions.leastScore}</label>
          <input
            id="run-score"
            type="number"
            min="0"
            max="1"
            step="0.01"
            value={leastScore()}
            aria-describedby="run-score-hint"
            onInput={(event) => setLeastScore(event.currentTarget.valueAsNumber)}
          />
          <p class="field-hint" id="run-score-hint">
            {t.suggestions.leastScoreHint}
          </p>
        </div>
        <div class="field">
          <label for="run-seed">{t.suggestions.seed}</label>
          <input
            id="run-seed"
            type="number"
            min="0"
            max={props.largestSeed}
            value={seed()}
            aria-describedby="run-seed-hint"
            onInput={(event) => setSeed(event.currentTarget.valueAsNumber)}
          />
          <p class="field-hint" id="run-seed-hint">
            {t.suggestions.seedHint}
          </p>
        </div>
      </div>
      <Show
        when={props.progress}
        fallback={
          <button type="submit" class="button button-blue run-start">
            {t.suggestions.run}
          </button>
        }
      >
        {(progress) => (
          <div class="run-progress">
            <progress max="1" value={progress().share} aria-label={t.suggestions.progress} />
            <span role="status">{progress().said}</span>
            <button type="button" class="button" onClick={() => props.onCancel()}>
              {t.suggestions.cancel}
            </button>
          </div>
        )}
      </Show>
    </form>
  )
}
