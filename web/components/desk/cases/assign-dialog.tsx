import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import type { Assign } from '../../../../worker/contract/casework'
import { limits } from '../../../../worker/contract/limits'
import type { UnitsView } from '../../../../worker/contract/units'
import type { ApiError } from '../../../api/api-error'
import { language, t } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { StatePanel } from '../state-panel'

export type AssignChange = Omit<Assign, 'cases'>
type DueChoice = 'keep' | 'days' | 'day' | 'none'

interface AssignDialogProps {
  /** How many cases it is about; null while nothing is asked. */
  count: number | null
  /** One of them has no deadline yet: a usual one is proposed. */
  needsDue: boolean
  usualDays: number
  units: UnitsView | undefined
  unitsError: ApiError | null
  isSending: boolean
  problem: string | null
  onRetry: () => void
  onAssign: (change: AssignChange, to: string) => void
  onClose: () => void
}

const nobody = '-'

/** Unit, person and deadline for one case or for all that are ticked; what is not chosen stays. */
export function AssignDialog(props: AssignDialogProps) {
  let dialog!: HTMLDialogElement
  const [unit, setUnit] = createSignal('')
  const [person, setPerson] = createSignal('')
  const [due, setDue] = createSignal<DueChoice>('keep')
  const [days, setDays] = createSignal('')
  const [day, setDay] = createSignal('')
  const [fault, setFault] = createSignal<string | null>(null)

  createEffect(
    on(
      () => props.count,
      (count) => {
        if (count === null) return dialog.open ? dialog.close() : undefined
        setUnit('')
        setPerson('')
        setDue(props.needsDue ? 'days' : 'keep')
        setDays(String(props.usualDays))
        setDay('')
        setFault(null)
        if (!dialog.open) dialog.showModal()
      },
    ),
  )

  const unitName = (each: { name: string; nameEn: string }) => (language === 'en' ? each.nameEn : each.name)
  const people = () => props.units?.colleagues ?? []
  const ofUnit = createMemo(() => people().filter(({ units }) => units.includes(unit())))
  const others = createMemo(() => people().filter(({ units }) => !units.includes(unit())))
  const chosenName = () => people().find(({ id }) => id === person())?.name ?? ''
  const chosenUnit = () => props.units?.units.find(({ key }) => key === unit())

  const confirm = () => {
    if (props.isSending) return
    const number = Number(days())
    const isWhole = Number.isInteger(number) && number >= 1 && number <= limits.caseDays
    if (due() === 'days' && !isWhole) return setFault(w.assignment.needsDays(String(limits.caseDays)))
    if (due() === 'day' && !day()) return setFault(w.assignment.needsDay)
    const change: AssignChange = {
      ...(unit() && { unit: unit() }),
      ...(person() && { assignee: person() === nobody ? null : person() }),
      ...(due() === 'days' && { dueInDays: number }),
      ...(due() === 'day' && { dueOn: day() }),
      ...(due() === 'none' && { dueOn: null }),
    }
    if (Object.keys(change).length === 0) return setFault(w.assignment.nothing)
    setFault(null)
    const given = chosenUnit()
    props.onAssign(change, [given && unitName(given), chosenName()].filter(Boolean).join(' '))
  }
  const dueRadio = (choice: DueChoice, label: string) => (
    <label class="assign-due">
      <input
        type="radio"
        name="assign-due"
        value={choice}
        checked={due() === choice}
        onChange={() => setDue(choice)}
      />
      {label}
    </label>
  )

  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="assign-heading"
      onCancel={(event) => props.isSending && event.preventDefault()}
      onClose={() => props.onClose()}
    >
      <Show when={props.count}>
        {(count) => (
          <>
            <h2 id="assign-heading">{w.assignment.newHeading(formatCount(count()))}</h2>
            <Switch>
              <Match when={!props.units && props.unitsError}>
                <StatePanel
                  kind="error"
                  heading={w.assignment.unitsFailed}
                  text={props.unitsError?.message ?? ''}
                  retry={props.onRetry}
                />
              </Match>
              <Match when={!props.units}>
                <StatePanel kind="loading" heading={t.loading} />
              </Match>
              <Match when={props.units}>
                {(view) => (
                  <form
                    class="assign-form"
                    novalidate
                    onSubmit={(event) => {
                      event.preventDefault()
                      confirm()
                    }}
                  >
                    <Show when={fault() ?? props.problem}>
                      {(sentence) => (
                        <p class="field-error" role="alert">
                          {sentence()}
                        </p>
                      )}
                    </Show>
                    <div class="field">
                      <label for="assign-unit">{w.assignment.unit}</label>
                      <select
                        id="assign-unit"
                        autofocus
                        onChange={(event) => setUnit(event.currentTarget.value)}
                      >
                        <option value="" selected={unit() === ''}>
                          {w.assignment.keepUnit}
                        </option>
                        <For each={view().units}>
                          {(each) => (
                            <option value={each.key} selected={unit() === each.key}>
                              {unitName(each)}
                            </option>
                          )}
                        </For>
                      </select>
                    </div>
                    <div class="field">
                      <label for="assign-person">{w.assignment.assignee}</label>
                      <select id="assign-person" onChange={(event) => setPerson(event.currentTarget.value)}>
                        <option value="" selected={person() === ''}>
                          {w.assignment.keepPerson}
                        </option>
                        <option value={nobody} selected={person() === nobody}>
                          {w.assignment.clearPerson}
                        </option>
                        <Show when={chosenUnit()} fallback={<People people={people()} chosen={person()} />}>
                          {(given) => (
                            <>
                              <optgroup label={unitName(given())}>
                                <People people={ofUnit()} chosen={person()} />
                              </optgroup>
                              <optgroup label={w.assignment.otherPeople}>
                                <People people={others()} chosen={person()} />
                              </optgroup>
                            </>
                          )}
                        </Show>
                      </select>
                    </div>
                    <fieldset class="assign-dues">
                      <legend>{w.assignment.due}</legend>
                      {dueRadio('keep', w.assignment.keepDue)}
                      <div class="assign-line">
                        {dueRadio('days', w.assignment.inDays)}
                        <input
                          type="number"
                          class="assign-days"
                          min="1"
                          max={limits.caseDays}
                          aria-label={w.assignment.days}
                          aria-describedby="assign-hint"
                          value={days()}
                          onInput={(event) => {
                            setDays(event.currentTarget.value)
                            setDue('days')
                          }}
                        />
                        <span aria-hidden="true">{w.assignment.daysUnit}</span>
                      </div>
                      <div class="assign-line">
                        {dueRadio('day', w.assignment.onDay)}
                        <input
                          type="date"
                          class="assign-day"
                          aria-label={w.assignment.day}
                          value={day()}
                          onInput={(event) => {
                            setDay(event.currentTarget.value)
                            setDue('day')
                          }}
                        />
                      </div>
                      {dueRadio('none', w.assignment.clearDue)}
                      <p class="field-hint" id="assign-hint">
                        {w.assignment.daysHint}
                      </p>
                    </fieldset>
                    <div class="dialog-acts">
                      <button type="button" class="button" onClick={() => props.onClose()}>
                        {w.assignment.cancel}
                        <KeyHint keys="Esc" />
                      </button>
                      <button type="submit" class="button button-main" aria-disabled={props.isSending}>
                        {props.isSending ? w.assignment.sending : w.assignment.confirm}
                        <KeyHint keys="Enter" />
                      </button>
                    </div>
                  </form>
                )}
              </Match>
            </Switch>
          </>
        )}
      </Show>
    </dialog>
  )
}

function People(props: { people: readonly { id: string; name: string; isMe: boolean }[]; chosen: string }) {
  return (
    <For each={props.people}>
      {(person) => (
        <option value={person.id} selected={props.chosen === person.id}>
          {person.isMe ? w.row.itsMe(person.name) : person.name}
        </option>
      )}
    </For>
  )
}
