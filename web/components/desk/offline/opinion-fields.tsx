import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import { type OfflineView, offlineChannels } from '../../../../worker/contract/offline'
import type { MeasureView, PlanView } from '../../../../worker/contract/plan'
import { participantKinds, stances } from '../../../../worker/contract/words'
import { answerOf, api } from '../../../api/client'
import { words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'
import { measureChoices } from '../../../views/desk/measure-choices'
import type { OpinionDraft } from '../../../views/desk/offline/enter-opinion'

interface FieldsProps {
  fields: OpinionDraft
  errors: Record<string, string>
  plan: PlanView | undefined
  days: OfflineView['days']
  onType: (change: Partial<OpinionDraft>) => void
}

/** The fields of one opinion, in the order in which a letter is read. */
export function OpinionFields(props: FieldsProps) {
  const [clauses, setClauses] = createSignal<MeasureView['clauses']>([])
  const isIndividual = () => props.fields.kind === 'individual'
  createEffect(
    on(
      () => props.fields.measure,
      async (key) => {
        setClauses([])
        if (!key) return
        const measure = await answerOf(api.measures[':key'].$get({ param: { key }, query: {} })).catch(
          () => null,
        )
        if (props.fields.measure === key) setClauses(measure?.clauses ?? [])
      },
    ),
  )
  const text = (name: 'reference' | 'name' | 'uscc') => (
    <input
      class="input"
      id={`offline-${name}`}
      value={props.fields[name]}
      {...wrong(props.errors, name)}
      onInput={(event) => props.onType({ [name]: event.currentTarget.value })}
    />
  )

  return (
    <div class="offline-fields">
      <Labelled name="channel" label={o.channel} errors={props.errors}>
        <Options
          name="channel"
          value={props.fields.channel}
          errors={props.errors}
          options={offlineChannels.map((value) => ({ value, name: words.channels[value] }))}
          onChoose={(channel) => props.onType({ channel: channel as OpinionDraft['channel'] })}
        />
      </Labelled>
      <Labelled
        name="receivedOn"
        label={o.receivedOn}
        errors={props.errors}
        hint={props.days ? o.days(props.days.first, props.days.last) : ''}
      >
        <input
          class="input"
          id="offline-receivedOn"
          type="date"
          min={props.days?.first}
          max={props.days?.last}
          value={props.fields.receivedOn}
          {...wrong(props.errors, 'receivedOn')}
          onInput={(event) => props.onType({ receivedOn: event.currentTarget.value })}
        />
      </Labelled>
      <Labelled
        name="reference"
        label={o.reference + o.optional}
        errors={props.errors}
        hint={o.referenceHint}
      >
        {text('reference')}
      </Labelled>
      <Labelled name="measure" label={o.measure} errors={props.errors}>
        <select
          class="input"
          id="offline-measure"
          {...wrong(props.errors, 'measure')}
          onChange={(event) => props.onType({ measure: event.currentTarget.value, clause: '' })}
        >
          <option value="" selected={!props.fields.measure}>
            {o.choose}
          </option>
          <For each={measureChoices(props.plan)}>
            {(theme) => (
              <optgroup label={theme.theme}>
                <For each={theme.measures}>
                  {({ key, name }) => (
                    <option value={key} selected={key === props.fields.measure}>
                      {formatPlace(key)} {name}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      </Labelled>
      <Labelled name="clause" label={o.clause} errors={props.errors} width="rest">
        <select
          class="input"
          id="offline-clause"
          {...wrong(props.errors, 'clause')}
          onChange={(event) => props.onType({ clause: event.currentTarget.value })}
        >
          <option value="" selected={!props.fields.clause}>
            {o.wholeMeasure}
          </option>
          <For each={clauses()}>
            {(clause) => (
              <option value={clause.key} selected={clause.key === props.fields.clause}>
                {o.sentence(clause.number)} {clause.text}
              </option>
            )}
          </For>
        </select>
      </Labelled>
      <Labelled name="kind" label={o.kind} errors={props.errors}>
        <Options
          name="kind"
          value={props.fields.kind}
          errors={props.errors}
          options={participantKinds.map((value) => ({ value, name: words.kinds[value] }))}
          onChoose={(kind) => props.onType({ kind: kind as OpinionDraft['kind'] })}
        />
      </Labelled>
      <Labelled
        name="name"
        label={isIndividual() ? o.person + o.optional : o.organisation}
        errors={props.errors}
        hint={isIndividual() ? o.personHint : ''}
      >
        {text('name')}
      </Labelled>
      <Show when={!isIndividual()}>
        <Labelled name="uscc" label={o.uscc + o.optional} errors={props.errors} hint={o.usccHint}>
          {text('uscc')}
        </Labelled>
      </Show>
      <Labelled name="stance" label={o.stance} errors={props.errors}>
        <Options
          name="stance"
          value={props.fields.stance}
          errors={props.errors}
          options={stances.map((value) => ({ value, name: words.stances[value] }))}
          onChoose={(stance) => props.onType({ stance: stance as OpinionDraft['stance'] })}
        />
      </Labelled>
      <Labelled name="body" label={o.body} errors={props.errors} hint={o.bodyHint} width="wide">
        <textarea
          class="input"
          id="offline-body"
          rows="8"
          value={props.fields.body}
          {...wrong(props.errors, 'body')}
          onInput={(event) => props.onType({ body: event.currentTarget.value })}
        />
      </Labelled>
      <Show when={props.fields.clause}>
        <Labelled
          name="wording"
          label={o.wording + o.optional}
          errors={props.errors}
          hint={o.wordingHint}
          width="wide"
        >
          <textarea
            class="input"
            id="offline-wording"
            rows="3"
            value={props.fields.wording}
            {...wrong(props.errors, 'wording')}
            onInput={(event) => props.onType({ wording: event.currentTarget.value })}
          />
        </Labelled>
      </Show>
      <div class="offline-wide">
        <label class="check">
          <input
            type="checkbox"
            checked={props.fields.publish}
            aria-describedby="publish-hint"
            onChange={(event) => props.onType({ publish: event.currentTarget.checked })}
          />
          {o.publish}
        </label>
        <p class="hint" id="publish-hint">
          {o.publishHint}
        </p>
        <Show when={isIndividual()}>
          <label class="check">
            <input
              type="checkbox"
              checked={props.fields.showName}
              onChange={(event) => props.onType({ showName: event.currentTarget.checked })}
            />
            {o.showName}
          </label>
        </Show>
      </div>
    </div>
  )
}

const wrong = (errors: Record<string, string>, name: string) => ({
  'aria-invalid': errors[name] ? ('true' as const) : undefined,
  'aria-describedby': `offline-${name}-hint`,
})

function Labelled(props: {
  name: string
  label: string
  errors: Record<string, string>
  hint?: string
  /** Of the row: all of it, or what is left. */
  width?: 'wide' | 'rest'
  children: JSX.Element
}) {
  return (
    <div
      class="field"
      classList={{
        'field-wrong': Boolean(props.errors[props.name]),
        [`offline-${props.width}`]: props.width !== undefined,
      }}
    >
      <label for={`offline-${props.name}`}>{props.label}</label>
      {props.children}
      <p id={`offline-${props.name}-hint`}>
        <span class="hint">{props.hint}</span>
        <span class="field-error">{props.errors[props.name]}</span>
      </p>
    </div>
  )
}

function Options(props: {
  name: string
  value: string
  errors: Record<string, string>
  options: { value: string; name: string }[]
  onChoose: (value: string) => void
}) {
  return (
    <select
      class="input"
      id={`offline-${props.name}`}
      {...wrong(props.errors, props.name)}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <Show when={!props.value}>
        <option value="" selected>
          {o.choose}
        </option>
      </Show>
      <For each={props.options}>
        {(option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.name}
          </option>
        )}
      </For>
    </select>
  )
}
