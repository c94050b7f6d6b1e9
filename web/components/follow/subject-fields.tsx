import { For, type JSX, Show } from 'solid-js'
import type { PlanView } from '../../../worker/contract/plan'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'
import { FieldError } from '../ui/field'

function Tick(props: {
  subject: string
  label: JSX.Element
  hint?: string
  chosen: readonly string[]
  id?: string
}) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={props.id}
        name={`subject.${props.subject}`}
        value="yes"
        checked={props.chosen.includes(props.subject)}
      />
      <span class="choice-words">
        <span class="choice-label">{props.label}</span>
        <Show when={props.hint}>
          <span class="choice-hint">{props.hint}</span>
        </Show>
      </span>
    </label>
  )
}

/** What can be followed, a tick for each; of the measures those that were chosen from their pages. */
export function SubjectFields(props: {
  plan: PlanView
  chosen: readonly string[]
  error?: string | undefined
}) {
  const frame = useFrame()
  const words = frame.words.follow
  const zh = frame.language === 'zh'
  const { themeName } = usePlaces()
  const measures = () =>
    props.plan.themes
      .flatMap(({ measures }) => measures)
      .filter(({ key }) => props.chosen.includes(`measure:${key}`))
  return (
    <fieldset
      class="field choices"
      classList={{ 'has-error': Boolean(props.error) }}
      aria-describedby={props.error ? 'error-subjects' : undefined}
    >
      <legend>{words.subjects}</legend>
      <FieldError name="subjects" error={props.error} />
      <div class="choice-list">
        <For each={measures()}>
          {({ key, shortTitle, shortTitleEn }) => (
            <Tick
              subject={`measure:${key}`}
              label={words.measureName(key, zh ? shortTitle : shortTitleEn)}
              chosen={props.chosen}
            />
          )}
        </For>
        <Tick
          id="field-subjects"
          subject="all"
          label={words.all}
          hint={words.allHint}
          chosen={props.chosen}
        />
        <Tick subject="answers" label={words.answers} hint={words.answersHint} chosen={props.chosen} />
        <Tick subject="results" label={words.results} hint={words.resultsHint} chosen={props.chosen} />
      </div>
      <details class="follow-themes" open={props.chosen.some((subject) => subject.startsWith('theme:'))}>
        <summary>{words.themes}</summary>
        <div class="choice-list">
          <For each={props.plan.themes}>
            {({ key, shortTitle, shortTitleEn }) => (
              <Tick
                subject={`theme:${key}`}
                label={themeName(key, zh ? shortTitle : shortTitleEn)}
                chosen={props.chosen}
              />
            )}
          </For>
        </div>
      </details>
    </fieldset>
  )
}
