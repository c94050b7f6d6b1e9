import { createSignal, For, Show } from 'solid-js'
import type { Coder } from '../../../../worker/contract/coding-samples'
import { limits } from '../../../../worker/contract/limits'
import { t } from '../../../locales/desk'
import type { MeasureChoice } from '../moderation/queue-rail'
import { MeasureSelect } from './measure-select'

export interface SampleWish {
  size: number
  seed: number
  measure: string
  firstCoder: string
  secondCoder: string
}

interface SampleFormProps {
  coders: readonly Coder[]
  measures: readonly MeasureChoice[]
  busy: boolean
  errors: Readonly<Record<string, string>>
  onType: (event: Event) => void
  onDraw: (wish: SampleWish) => void
}

/** How a sample is drawn, and for whom. */
export function SampleForm(props: SampleFormProps) {
  const [measure, setMeasure] = createSignal('')
  const error = (name: string) => (
    <Show when={props.errors[name]}>
      <p class="field-error" id={`sample-${name}-error`}>
        {props.errors[name]}
      </p>
    </Show>
  )
  const described = (name: string, hint = '') => ({
    'aria-invalid': props.errors[name] ? ('true' as const) : undefined,
    'aria-describedby':
      [hint, props.errors[name] && `sample-${name}-error`].filter(Boolean).join(' ') || undefined,
  })
  return (
    <form
      class="block run-form"
      aria-labelledby="draw-heading"
      novalidate
      onInput={(event) => props.onType(event)}
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const of = (name: string) => String(typed.get(name) ?? '')
        if (props.busy) return
        props.onDraw({
          size: Number(of('size')),
          seed: Number(of('seed')),
          measure: measure(),
          firstCoder: of('firstCoder'),
          secondCoder: of('secondCoder'),
        })
      }}
    >
      <h2 id="draw-heading">{t.samples.draw}</h2>
      <div class="run-fields">
        <div class="field">
          <label for="sample-size">{t.samples.size}</label>
          <input
            id="sample-size"
            name="size"
            type="number"
            min="1"
            max={limits.sampleSize}
            value="50"
            {...described('size', 'sample-size-hint')}
          />
          <p class="field-hint" id="sample-size-hint">
            {t.samples.sizeHint}
          </p>
          {error('size')}
        </div>
        <div class="field">
          <label for="sample-seed">{t.samples.seed}</label>
          <input
            id="sample-seed"
            name="seed"
            type="number"
            min="0"
            value="20210319"
            {...described('seed', 'sample-seed-hint')}
          />
          <p class="field-hint" id="sample-seed-hint">
            {t.samples.seedHint}
          </p>
          {error('seed')}
        </div>
        <MeasureSelect choices={props.measures} value={measure()} onChange={setMeasure} />
        <For each={['firstCoder', 'secondCoder'] as const}>
          {(name) => (
            <div class="field">
              <label for={`sample-${name}`}>
                {name === 'firstCoder' ? t.samples.first : t.samples.second}
              </label>
              <select id={`sample-${name}`} name={name} {...described(name)}>
                <option value="">{t.samples.choose}</option>
                <For each={props.coders}>{(coder) => <option value={coder.id}>{coder.name}</option>}</For>
              </select>
              {error(name)}
            </div>
          )}
        </For>
      </div>
      <button type="submit" class="button button-blue run-start" aria-disabled={props.busy}>
        {t.samples.submit}
      </button>
    </form>
  )
}
