import { For, Show } from 'solid-js'
import type { ResultView } from '../../../worker/contract/results'
import { dispositions } from '../../../worker/contract/words'
import { useFrame } from '../../components/frame/frame-context'
import { DispositionChip } from '../../components/results/disposition-chip'
import { TotalsSection } from '../../components/results/totals'
import { formatClosing, formatFullMoment } from '../../lib/beijing-time'
import { evidencePath, openDataPath, reportPath, resultPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'

type Result = NonNullable<ResultView['result']>

function Waiting(props: { consultation: ResultView['consultation'] }) {
  const { words, language } = useFrame()
  const { results } = words
  const { phase, closesAt } = props.consultation
  return (
    <div class="results-waiting">
      <p class="empty-title">{results.waiting}</p>
      <p>
        {phase === 'closed' ? results.waitingClosed : results.waitingOpen(formatClosing(closesAt, language))}
      </p>
      <p>{results.author}</p>
      <p class="account-way">
        <a href="/receipts">{results.toReceipt}</a>
      </p>
    </div>
  )
}

function MeasureList(props: { measures: Result['measures'] }) {
  const { words, language } = useFrame()
  const { results } = words
  return (
    <ul class="result-measures">
      <For each={props.measures}>
        {(measure) => (
          <li>
            <a href={resultPath(measure.key)}>
              {measure.key} {language === 'zh' ? measure.shortTitle : measure.shortTitleEn}
            </a>
            <span class="hint">
              {words.comments(groupDigits(measure.admissible))} · {results.changes(measure.changes)}
            </span>
            <span class="result-chips">
              <For each={dispositions.filter((made) => measure.dispositions[made] > 0)}>
                {(made) => (
                  <span>
                    <DispositionChip disposition={made} /> {groupDigits(measure.dispositions[made])}
                  </span>
                )}
              </For>
              <Show when={measure.undisposed > 0}>
                <span>
                  <DispositionChip disposition={null} /> {groupDigits(measure.undisposed)}
                </span>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

/** `/results`: what the consultation came to. */
export function ResultsView(props: ResultView) {
  const { words, language } = useFrame()
  const { results } = words
  const { consultation } = props
  const authority = language === 'zh' ? consultation.authority : consultation.authorityEn
  return (
    <div class="column account-page results-page">
      <h1>{results.title}</h1>
      <p class="account-lead">{language === 'zh' ? consultation.title : consultation.titleEn}</p>
      <Show when={props.result} fallback={<Waiting consultation={consultation} />}>
        {(result) => (
          <>
            <p class="results-by">
              {results.lead(authority, formatFullMoment(result().publishedAt, language))}
            </p>
            <Show when={result().override}>
              {(override) => (
                <section class="notice" aria-labelledby="override-heading">
                  <h2 id="override-heading">{results.override}</h2>
                  <p>
                    {results.overrideText(
                      override()
                        .overridden.map(({ blocker, count }) =>
                          results.overridden[blocker](groupDigits(count)),
                        )
                        .join(results.overriddenJoin),
                      override().by,
                      override().reason,
                    )}
                  </p>
                </section>
              )}
            </Show>
            <p class="account-way">
              <a href={reportPath()}>{results.print}</a>
              <a href={evidencePath(consultation.key)} download="">
                {results.evidence}
              </a>
              <a href={openDataPath()}>{results.openData}</a>
            </p>
            <TotalsSection totals={result().totals} />
            <p class="hint">{results.caution}</p>
            <h2>{results.measures}</h2>
            <p>{results.measureLead}</p>
            <MeasureList measures={result().measures} />
          </>
        )}
      </Show>
    </div>
  )
}
