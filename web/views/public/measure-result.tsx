import { Show } from 'solid-js'
import type { MeasureResultView as View } from '../../../worker/contract/results'
import { dispositions } from '../../../worker/contract/words'
import { useFrame } from '../../components/frame/frame-context'
import { AdoptionTable } from '../../components/results/adoption-table'
import { ChangedClauses } from '../../components/results/changed-clauses'
import { CountTable } from '../../components/results/count-table'
import { measurePath, resultPath, resultsPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'

function MeasureFigures(props: { measure: View['measure'] }) {
  const { words, domain } = useFrame()
  const { results } = words
  const { admissible, dispositions: made, undisposed } = props.measure
  return (
    <Show when={admissible > 0}>
      <h2>{results.figures}</h2>
      <p>{results.figuresLead(groupDigits(admissible))}</p>
      <div class="count-tables">
        <CountTable
          caption={results.dispositions}
          whole={admissible}
          lines={[
            ...dispositions.map((key) => ({ name: domain.dispositions[key], count: made[key] })),
            ...(undisposed > 0 ? [{ name: results.undisposed, count: undisposed }] : []),
          ]}
        />
      </div>
    </Show>
  )
}

/** `/results/7.1`: what was said on a measure, and what was done. */
export function MeasureResultView(props: View) {
  const { words, language } = useFrame()
  const { results } = words
  const { measure, changes, privateCount, rows } = props
  return (
    <div class="column account-page results-page">
      <p class="account-way">
        <a href={resultsPath()}>{results.back}</a>
      </p>
      <h1>
        {measure.key} {language === 'zh' ? measure.title : measure.shortTitleEn}
      </h1>
      <MeasureFigures measure={measure} />
      <h2 id="changed-heading">{results.changedText}</h2>
      <Show when={changes.length > 0} fallback={<p class="hint">{results.noChange}</p>}>
        <ChangedClauses changes={changes} />
      </Show>
      <h2 id="adoption-heading">{results.table}</h2>
      <Show
        when={rows.items.length > 0}
        fallback={<p class="hint">{privateCount > 0 ? results.noneListed : results.none}</p>}
      >
        <AdoptionTable rows={rows.items} heading="adoption-heading" />
      </Show>
      <Show when={privateCount > 0}>
        <p class="hint">{results.privateNote(groupDigits(privateCount))}</p>
      </Show>
      <Show when={rows.next}>
        {(after) => (
          <p class="account-way">
            <a class="button-quiet" rel="next" href={resultPath(measure.key, after())}>
              {results.next}
            </a>
          </p>
        )}
      </Show>
      <p class="hint">{results.caution}</p>
      <p class="account-way">
        <a href={measurePath(measure.key)}>{results.toMeasure}</a>
      </p>
    </div>
  )
}
