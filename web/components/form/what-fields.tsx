import { For, type JSX, Show } from 'solid-js'
import { limits } from '../../../worker/contract/limits'
import type { ClauseView } from '../../../worker/contract/plan'
import { countCharacters } from '../../../worker/contract/text'
import { stances } from '../../../worker/contract/words'
import { changesWording, wordingToEdit } from '../../lib/changes-wording'
import { groupDigits } from '../../lib/numerals'
import { Choices } from '../ui/choices'
import { describedBy, Field } from '../ui/field'
import { TextArea } from '../ui/text-area'
import type { FieldState } from './field-state'
import { FormPart } from './form-part'
import { QuoteField } from './quote-field'
import { WordingField } from './wording-field'

function ClauseSelect(props: { state: FieldState; clauses: Pick<ClauseView, 'key' | 'number' | 'text'>[] }) {
  const { words } = props.state
  const field = () => ({ name: 'clause', label: words.clause, error: props.state.errors.clause })
  return (
    <Field {...field()}>
      <select
        class="input"
        id="field-clause"
        name="clause"
        aria-describedby={describedBy(field())}
        onChange={(event) => {
          const { values, set } = props.state
          const chosen = event.currentTarget.value
          if (!values.wordingOf || !changesWording(values.wording, props.clauses)) set('wordingOf', chosen)
          set('clause', chosen)
          set('quote', '')
          set('wording', wordingToEdit(values.wording, chosen, props.clauses))
        }}
      >
        <option value="" selected={props.state.values.clause === ''}>
          {words.clauseWhole}
        </option>
        <For each={props.clauses}>
          {(clause) => (
            <option value={clause.key} selected={props.state.values.clause === clause.key}>
              {words.clauseOption(clause.number, clause.text)}
            </option>
          )}
        </For>
      </select>
    </Field>
  )
}

function Count(props: { state: FieldState }) {
  const written = () => countCharacters(props.state.values.body.trim())
  const over = () => written() - limits.body
  return (
    <Show when={props.state.isScripted()} fallback={props.state.words.most(groupDigits(limits.body))}>
      <span classList={{ 'is-over': over() > 0 }}>
        {over() > 0
          ? props.state.words.overcounted(groupDigits(over()), groupDigits(limits.body))
          : props.state.words.counted(groupDigits(written()), groupDigits(limits.body))}
      </span>
    </Show>
  )
}

export function WhatFields(props: {
  state: FieldState
  clauses: Pick<ClauseView, 'key' | 'number' | 'text'>[]
  isReply: boolean
  /** A wording may be suggested with it. */
  suggests: boolean
  /** What is said of the text, directly under it. */
  underBody?: JSX.Element
}) {
  const { words, terms } = props.state
  return (
    <FormPart numeral={words.partNumeral(1)} heading={words.whatHeading} id="part-what">
      <Show
        when={!props.isReply}
        fallback={<input type="hidden" name="clause" value={props.state.values.clause} />}
      >
        <ClauseSelect state={props.state} clauses={props.clauses} />
      </Show>
      <QuoteField state={props.state} />
      <Choices
        name="stance"
        legend={words.stance}
        layout="row"
        choices={stances.map((stance) => ({
          value: stance,
          label: terms.stances[stance],
          hint: words.stanceHints[stance],
        }))}
        value={props.state.values.stance}
        error={props.state.errors.stance}
        onChoose={(value) => props.state.set('stance', value)}
      />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        rows={8}
        value={props.state.values.body}
        error={props.state.errors.body}
        onValue={(value) => props.state.set('body', value)}
        onLeave={() => props.state.leave('body')}
        count={<Count state={props.state} />}
      />
      {props.underBody}
      <Show when={props.suggests}>
        <WordingField state={props.state} clauses={props.clauses} />
      </Show>
    </FormPart>
  )
}
