import { For, Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { dispositions, participantKinds, stances } from '../../../../worker/contract/words'
import { language, words } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { Bar } from '../../ui/bar'

/** What the measure has heard, in figures: shown, never weighed. */
export function Breakdown(props: { breakdown: CaseView['breakdown'] }) {
  const part = (of: 'lead' | 'support') => props.breakdown.units.filter((unit) => unit.part === of)
  const name = (unit: { name: string; nameEn: string }) => (language === 'en' ? unit.nameEn : unit.name)
  return (
    <section class="side-section" aria-labelledby="breakdown-heading">
      <h3 id="breakdown-heading">{w.breakdown.heading}</h3>
      <p class="breakdown-total">
        <b>{w.breakdown.total(formatCount(props.breakdown.total))}</b> {w.breakdown.caution}
      </p>
      <Figures
        caption={w.breakdown.stances}
        rows={stances.map((stance) => [words.stances[stance], props.breakdown.byStance[stance]])}
      />
      <Figures
        caption={w.breakdown.kinds}
        rows={participantKinds.map((kind) => [words.kinds[kind], props.breakdown.byKind[kind]])}
      />
      <Figures
        caption={w.breakdown.dispositions}
        rows={[
          ...dispositions.map((each): [string, number] => [
            words.dispositions[each],
            props.breakdown.byDisposition[each],
          ]),
          [w.breakdown.undisposed, props.breakdown.undisposed],
        ]}
      />
      <h4 class="breakdown-caption">{w.breakdown.units}</h4>
      <Show when={props.breakdown.units.length > 0} fallback={<p>{w.breakdown.noUnits}</p>}>
        <dl class="facts">
          <For each={['lead', 'support'] as const}>
            {(of) => (
              <Show when={part(of).length > 0}>
                <div>
                  <dt>{words.unitParts[of]}</dt>
                  <dd>{w.notes.join(part(of).map(name))}</dd>
                </div>
              </Show>
            )}
          </For>
        </dl>
      </Show>
    </section>
  )
}

function Figures(props: { caption: string; rows: [name: string, count: number][] }) {
  const most = () => Math.max(...props.rows.map(([, count]) => count))
  return (
    <table class="breakdown">
      <caption class="breakdown-caption">{props.caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{props.caption}</th>
          <th scope="col">{w.breakdown.count}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {([name, count]) => (
            <tr classList={{ 'breakdown-none': count === 0 }}>
              <th scope="row">{name}</th>
              <td>
                <Bar value={count} most={most()} class="breakdown-bar" />
                <span>{formatCount(count)}</span>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
