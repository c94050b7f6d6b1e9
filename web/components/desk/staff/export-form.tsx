import { For, Show } from 'solid-js'
import type { ExportQuery } from '../../../../worker/contract/staff'
import { commentStates, participantKinds } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { Choice, Day } from './fields'

interface ExportFormProps {
  query: ExportQuery
  isReversed: boolean
  measures: readonly { theme: string; measures: { key: string; name: string }[] }[]
  csv: string
  xlsx: string
  dictionary: string
  onChange: (change: Partial<Record<keyof ExportQuery, string | undefined>>) => void
}

/** The filters make the addresses; the downloads are links, so that the browser streams them to disk. */
export function ExportForm(props: ExportFormProps) {
  return (
    <section class="export" aria-labelledby="export-heading">
      <h2 id="export-heading">{t.staff.export}</h2>
      <p class="export-intro">{t.staff.exportIntro}</p>
      <div class="export-fields">
        <Choice
          id="export-measure"
          label={t.staff.filterMeasure}
          value={props.query.measure}
          groups={props.measures.map(({ theme, measures }) => ({
            label: theme,
            options: measures.map(({ key, name }) => ({ value: key, name: `${formatPlace(key)} ${name}` })),
          }))}
          onChange={(measure) => props.onChange({ measure })}
        />
        <Choice
          id="export-kind"
          label={t.staff.filterKind}
          value={props.query.kind}
          options={participantKinds.map((kind) => ({ value: kind, name: words.kinds[kind] }))}
          onChange={(kind) => props.onChange({ kind })}
        />
        <Choice
          id="export-state"
          label={t.staff.filterState}
          value={props.query.state}
          options={commentStates.map((state) => ({ value: state, name: words.states[state] }))}
          onChange={(state) => props.onChange({ state })}
        />
        <Day
          id="export-from"
          label={t.staff.from}
          value={props.query.from}
          onChange={(from) => props.onChange({ from })}
        />
        <Day
          id="export-to"
          label={t.staff.to}
          value={props.query.to}
          error={props.isReversed ? t.staff.reversed : undefined}
          onChange={(to) => props.onChange({ to })}
        />
      </div>
      <ul class="downloads">
        <Show when={!props.isReversed}>
          <For
            each={[
              { href: props.csv, name: t.staff.csv, hint: t.staff.csvHint, main: true },
              { href: props.xlsx, name: t.staff.xlsx, hint: t.staff.xlsxHint, main: true },
            ]}
          >
            {(file) => <Download {...file} />}
          </For>
        </Show>
        <Download
          href={props.dictionary}
          name={t.staff.dictionary}
          hint={t.staff.dictionaryHint}
          main={false}
        />
      </ul>
      <p class="export-caution">{t.staff.confidential}</p>
    </section>
  )
}

function Download(props: { href: string; name: string; hint: string; main: boolean }) {
  return (
    <li>
      <a class="button" classList={{ 'button-blue': props.main }} href={props.href} download="">
        {props.name}
      </a>
      <span class="download-hint">{props.hint}</span>
    </li>
  )
}
