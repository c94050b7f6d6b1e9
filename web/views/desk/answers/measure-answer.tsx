import { createSignal, For, Show } from 'solid-js'
import type { ResponseView } from '../../../../worker/contract/responses'
import { writeResponse } from '../../../api/responses'
import { a } from '../../../locales/desk/answers'
import { formatPlace } from '../../../locales/desk/format'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import type { measureChoices } from '../measure-choices'
import { AnswerForm, answerOfFields, blankAnswer } from './answer-form'

/** Begins the answer to a measure as a whole. */
export function MeasureAnswer(props: {
  measures: ReturnType<typeof measureChoices>
  onWritten: (response: ResponseView) => void
  onCancel: () => void
}) {
  const kept = createKept(() => 'measure-answer', { ...blankAnswer, measure: '' })
  const faults = createFaults()
  const [isSending, setSending] = createSignal(false)

  const type = (change: Parameters<typeof kept.type>[0]) => {
    kept.type(change)
    faults.typed(change)
  }
  const send = async () => {
    const key = kept.fields.measure
    faults.clear()
    if (!key) return faults.setProblem(a.desk.measureMissing)
    setSending(true)
    try {
      const { response } = await writeResponse({ on: { of: 'measure', key }, ...answerOfFields(kept.fields) })
      kept.clear()
      props.onWritten(response)
    } catch (thrown) {
      faults.take(thrown)
    } finally {
      setSending(false)
    }
  }

  return (
    <section class="block" aria-labelledby="measure-answer-heading">
      <h2 id="measure-answer-heading">{a.desk.writeMeasure}</h2>
      <AnswerForm
        id="measure-answer"
        fields={kept.fields}
        save={a.answer.save}
        errors={faults.errors()}
        problem={faults.problem()}
        isSending={isSending()}
        onType={type}
        onSend={() => void send()}
        onCancel={() => props.onCancel()}
      >
        <div class="field">
          <label for="measure-answer-measure">{a.desk.measure}</label>
          <select
            id="measure-answer-measure"
            onChange={(event) => {
              faults.setProblem('')
              kept.type({ measure: event.currentTarget.value })
            }}
          >
            <option value="">{a.standard.choose}</option>
            <MeasureOptions measures={props.measures} chosen={kept.fields.measure} />
          </select>
        </div>
      </AnswerForm>
    </section>
  )
}

export function MeasureOptions(props: {
  measures: ReturnType<typeof measureChoices>
  chosen: string | undefined
}) {
  return (
    <Show when={props.measures.length > 0}>
      <For each={props.measures}>
        {({ theme, measures }) => (
          <optgroup label={theme}>
            <For each={measures}>
              {({ key, name }) => (
                <option value={key} selected={key === props.chosen}>
                  {`${formatPlace(key)} ${name}`}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </Show>
  )
}
