import { For, Show } from 'solid-js'
import {
  evidenceField,
  figureField,
  opinionField,
  targetFields,
} from '../../../worker/contract/target-fields'
import { targetOpinions } from '../../../worker/contract/words'
import type { FormTarget } from '../../islands/island-props'
import { Choices } from '../ui/choices'
import { TextField } from '../ui/field'
import { FigureLabel, PlannedTarget } from '../ui/planned-target'
import { TextArea } from '../ui/text-area'
import type { FieldState } from './field-state'
import { FoldedPart } from './folded-part'

function TargetQuestion(props: { state: FieldState; target: FormTarget }) {
  const { state, target } = props
  const { words, terms } = state
  const opinion = opinionField(target.key)
  const figure = figureField(target.key)
  const evidence = evidenceField(target.key)
  const isOf = () => !state.values.clause || state.values.clause === target.clause
  const isUnanswered = () =>
    state.isScripted() &&
    targetFields(target.key).every(
      (field) => !state.values[field] && (field === opinion || !state.errors[field]),
    )
  return (
    <fieldset
      class="target-question"
      hidden={!isOf() && state.isScripted()}
      disabled={!isOf() && state.isScripted()}
    >
      <Choices
        name={opinion}
        legend={<PlannedTarget {...target} />}
        layout="row"
        choices={[
          ...targetOpinions.map((value) => ({ value, label: terms.targetOpinions[value] })),
          { value: '', label: words.noOpinion },
        ]}
        value={state.values[opinion] ?? ''}
        error={state.errors[opinion]}
        onChoose={(value) => {
          state.set(opinion, value)
          if (!value) state.set(figure, '')
        }}
      />
      <div hidden={isUnanswered()}>
        <TextField
          name={figure}
          label={<FigureLabel words={words} unit={target.unit} />}
          hint={words.figureHint}
          inputmode="decimal"
          autocomplete="off"
          class="input-short"
          value={state.values[figure] ?? ''}
          error={state.errors[figure]}
          onValue={(value) => state.set(figure, value)}
          onLeave={() => state.leave(figure)}
        />
        <TextArea
          name={evidence}
          label={words.evidence}
          hint={words.evidenceHint}
          rows={3}
          value={state.values[evidence] ?? ''}
          error={state.errors[evidence]}
          onValue={(value) => state.set(evidence, value)}
          onLeave={() => state.leave(evidence)}
        />
      </div>
    </fieldset>
  )
}

/** With scripts, the targets of the sentence that is chosen; without, or of the whole measure, all of them. */
function hasAny(state: FieldState, targets: FormTarget[]): boolean {
  const chosen = state.values.clause
  return targets.some(({ clause }) => !state.isScripted() || !chosen || chosen === clause)
}

function TargetQuestions(props: { state: FieldState; targets: FormTarget[] }) {
  return (
    <>
      <p class="hint">{props.state.words.targetsHint}</p>
      <For each={props.targets}>{(target) => <TargetQuestion state={props.state} target={target} />}</For>
    </>
  )
}

export function TargetFields(props: { state: FieldState; targets: FormTarget[] }) {
  const { words } = props.state
  return (
    <Show when={props.targets.length > 0}>
      <section
        class="target-questions"
        aria-labelledby="targets-asked"
        hidden={!hasAny(props.state, props.targets)}
      >
        <h3 id="targets-asked">
          {words.targetsHeading}
          <span class="optional">{words.optional}</span>
        </h3>
        <TargetQuestions {...props} />
      </section>
    </Show>
  )
}

/** The same, folded until one of them is answered. */
export function FoldedTargets(props: { state: FieldState; targets: FormTarget[] }) {
  const { words, values, errors } = props.state
  const isTouched = ({ key }: FormTarget) => targetFields(key).some((field) => values[field] || errors[field])
  return (
    <Show when={props.targets.length > 0}>
      <FoldedPart
        label={words.targetsHeading}
        optional={words.optional}
        isOpen={props.targets.some(isTouched)}
        isHidden={!hasAny(props.state, props.targets)}
      >
        <TargetQuestions {...props} />
      </FoldedPart>
    </Show>
  )
}
