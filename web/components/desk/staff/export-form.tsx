import { For, Show } from 'solid-js'
import type { ExportQuery } from '../../../../worker/contract/staff'
import { channels, commentStates, participantKinds } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { Choice, Day } from './fields'

interface ExportFormProps {
  query: ExportQuery
  isReversed: boolean
  measures: readonly { theme: string; measures: { key: string; name: string }[] }[]
  csv: string
  xlsx: string
  adoption: string
  report: string
  evidence: string
  dictionary: string
  onTake: () => void
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
        <Choice
          id="export-channel"
          label={t.exports.filterChannel}
          value={props.query.channel}
          options={channels.map((channel) => ({ value: channel, name: words.channels[channel] }))}
          onChange={(channel) => props.onChange({ channel })}
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
      <fieldset class="export-audience">
        <legend>{t.exports.audience}</legend>
        <For each={['public', 'staff'] as const}>
          {(audience) => (
            <label>
              <input
                type="radio"
                name="export-audience"
                checked={props.query.audience === audience}
                onChange={() => props.onChange({ audience })}
              />
              {t.exports.audiences[audience]}
            </label>
          )}
        </For>
      </fieldset>
      <ul class="downloads">
        <Show when={!props.isReversed}>
          <For
            each={[
              { href: props.xlsx, name: t.staff.xlsx, hint: t.staff.xlsxHint, main: true },
              { href: props.csv, name: t.staff.csv, hint: t.staff.csvHint, main: true },
              { href: props.adoption, name: t.exports.adoption, hint: t.exports.adoptionHint, main: true },
            ]}
          >
            {(file) => <Download {...file} onTake={props.onTake} />}
          </For>
        </Show>
        <Download
          href={props.report}
          name={t.exports.report}
          hint={t.exports.reportHint[props.query.audience ?? 'public']}
          main={false}
          onTake={props.onTake}
        />
        <Download
          href={props.evidence}
          name={t.exports.evidence}
          hint={t.exports.evidenceHint}
          main={false}
          onTake={props.onTake}
        />
        <Download
          href={props.dictionary}
          name={t.staff.dictionary}
          hint={t.staff.dictionaryHint}
          main={false}
        />
        <li>
          <a class="button" href="/open-data">
            {t.exports.openData}
          </a>
          <span class="download-hint">{t.exports.openDataHint}</span>
        </li>
      </ul>
      <p class="export-caution">{t.staff.confidential}</p>
    </section>
  )
}

function Download(props: { href: string; name: string; hint: string; main: boolean; onTake?: () => void }) {
  return (
    <li>
      <a
        class="button"
        classList={{ 'button-blue': props.main }}
        href={props.href}
        download=""
        onClick={() => props.onTake?.()}
      >
        {props.name}
      </a>
      <span class="download-hint">{props.hint}</span>
    </li>
  )
}
