import { For, Show } from 'solid-js'
import type { CodeAgreement } from '../../../../worker/contract/coding-samples'
import { getCodingAgreement } from '../../../api/coding'
import { Loaded } from '../../../components/desk/loaded'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'

/** Fewer comments than this say little. */
const least = 30
const decimal = (figure: number) => figure.toFixed(2).replace('-', '−')
const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** How far two coders agree, code by code, with what κ does not say by itself. */
export function SampleResult(props: { id: number }) {
  const result = createLoad(() => getCodingAgreement(props.id))
  const extreme = () =>
    (result.data()?.codes ?? [])
      .filter(({ isPrevalenceExtreme }) => isPrevalenceExtreme)
      .map(({ key, name }) => t.coding.code(key, name))
  const interval = ({ kappa, low, high }: CodeAgreement) =>
    low === null || high === null
      ? kappa === null
        ? '—'
        : t.samples.noInterval
      : `${decimal(low)} – ${decimal(high)}`
  return (
    <Loaded data={result.data()} error={result.error()} retry={result.load}>
      {(found) => (
        <div class="coding-result">
          <h2 id="result-heading">{t.samples.resultHeading(String(props.id))}</h2>
          <p class="block-text">
            {t.samples.resultFacts(
              formatCount(found().n),
              found().sample.first.name,
              found().sample.second.name,
            )}
          </p>
          <Show when={found().n > 0} fallback={<p>{t.samples.noneCoded}</p>}>
            <Show when={found().n < least}>
              <p class="coding-blind">{t.samples.few(formatCount(found().n))}</p>
            </Show>
            <section class="table-scroll coding-result-table" tabindex="0" aria-labelledby="result-heading">
              <table class="counts">
                <thead>
                  <tr>
                    <th scope="col">{t.samples.columns.code}</th>
                    <For
                      each={
                        [
                          'kappa',
                          'interval',
                          'agreement',
                          'prevalence',
                          'prevalenceIndex',
                          'pabak',
                          'both',
                          'onlyFirst',
                          'onlySecond',
                          'neither',
                        ] as const
                      }
                    >
                      {(column) => (
                        <th scope="col" class="counts-number">
                          {t.samples.columns[column]}
                        </th>
                      )}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={found().codes}>
                    {(code) => (
                      <tr>
                        <th scope="row">{t.coding.code(code.key, code.name)}</th>
                        <td class="counts-number">
                          <b>{code.kappa === null ? t.samples.undefined : decimal(code.kappa)}</b>
                        </td>
                        <td class="counts-number">{interval(code)}</td>
                        <td class="counts-number">{percent(code.agreement)}</td>
                        <td class="counts-number">{percent(code.prevalence)}</td>
                        <td class="counts-number">{decimal(code.prevalenceIndex)}</td>
                        <td class="counts-number">{decimal(code.pabak)}</td>
                        <td class="counts-number">{formatCount(code.both)}</td>
                        <td class="counts-number">{formatCount(code.onlyFirst)}</td>
                        <td class="counts-number">{formatCount(code.onlySecond)}</td>
                        <td class="counts-number">{formatCount(code.neither)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </section>
            <Show when={extreme().length > 0}>
              <p class="coding-blind">{t.samples.extreme(extreme().join('、'))}</p>
            </Show>
          </Show>
          <p class="block-text">{t.samples.method}</p>
        </div>
      )}
    </Loaded>
  )
}
