import { For, Show } from 'solid-js'
import type { AgreementView } from '../../../../worker/contract/moderation/decided'
import { t, words } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface AgreementSectionProps {
  kind: 'second' | 'recheck'
  rows: AgreementView['items']
  /** A reason's short name, where it has one. */
  labelOf: (row: AgreementView['items'][number]) => string
  /** Fewer comparisons than this are shown in grey. */
  least: number
}

const percent = (share: number) => `${Math.round(share * 100)}%`

/** How often two came to the same decision, reason by reason: drawn, and in figures. */
export function AgreementSection(props: AgreementSectionProps) {
  const headingId = () => `agreement-${props.kind}`
  const share = ({ agreed, compared }: AgreementView['items'][number]) => (compared ? agreed / compared : 0)
  return (
    <section class="agreement" aria-labelledby={headingId()}>
      <h2 id={headingId()}>{t.agreement.kinds[props.kind]}</h2>
      <p class="staff-intro">{t.agreement.kindTexts[props.kind]}</p>
      <figure class="agreement-figure">
        <figcaption>{t.agreement.caption(t.agreement.kinds[props.kind])}</figcaption>
        <For each={props.rows}>
          {(row) => (
            <div class="agreement-row" classList={{ 'agreement-few': row.compared < props.least }}>
              <span class="agreement-label">{props.labelOf(row)}</span>
              <svg
                class="agreement-bar"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                role="img"
                aria-label={t.agreement.of(formatCount(row.agreed), formatCount(row.compared))}
              >
                <rect class="agreement-track" width="100" height="8" />
                <rect class="agreement-fill" width={share(row) * 100} height="8" />
              </svg>
              <span class="agreement-share">
                {percent(share(row))} <small>{t.agreement.count(formatCount(row.compared))}</small>
              </span>
            </div>
          )}
        </For>
      </figure>
      <section class="table-scroll agreement-table" tabindex="0" aria-labelledby={`${headingId()}-table`}>
        <table class="counts">
          <caption class="agreement-caption" id={`${headingId()}-table`}>
            {t.agreement.table(t.agreement.kinds[props.kind])}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.agreement.reason}</th>
              <th scope="col">{t.agreement.decision}</th>
              <th scope="col" class="counts-number">
                {t.agreement.compared}
              </th>
              <th scope="col" class="counts-number">
                {t.agreement.agreed}
              </th>
              <th scope="col" class="counts-number">
                {t.agreement.share}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr classList={{ 'agreement-few': row.compared < props.least }}>
                  <th scope="row">{props.labelOf(row)}</th>
                  <td>{words.decisions[row.decision]}</td>
                  <td class="counts-number">{formatCount(row.compared)}</td>
                  <td class="counts-number">{formatCount(row.agreed)}</td>
                  <td class="counts-number">{percent(share(row))}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.rows.some(({ compared }) => compared < props.least)}>
        <p class="agreement-note">{t.agreement.few(formatCount(props.least))}</p>
      </Show>
    </section>
  )
}
