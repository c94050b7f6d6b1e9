import { createSignal, For, Show } from 'solid-js'
import type { MeasureUnits as Division, UnitView } from '../../../../worker/contract/units'
import { language } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatPlace } from '../../../locales/desk/format'

interface MeasureUnitsProps {
  measure: { key: string; name: string }
  units: readonly UnitView[]
  mayChange: boolean
  isBusy: boolean
  onSave: (division: Division) => Promise<boolean>
}

/** One measure with the unit that leads and those that support; opened, the way to change it. */
export function MeasureUnits(props: MeasureUnitsProps) {
  const [isOpen, setOpen] = createSignal(false)
  const [lead, setLead] = createSignal('')
  const [supports, setSupports] = createSignal<readonly string[]>([])
  const [fault, setFault] = createSignal(false)
  let edit: HTMLButtonElement | undefined

  const name = (unit: UnitView) => (language === 'en' ? unit.nameEn : unit.name)
  const leading = () => props.units.find(({ leads }) => leads.includes(props.measure.key))
  const supporting = () => props.units.filter((unit) => unit.supports.includes(props.measure.key))
  const place = () => formatPlace(props.measure.key)
  const open = () => {
    setLead(leading()?.key ?? '')
    setSupports(supporting().map(({ key }) => key))
    setFault(false)
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    edit?.focus()
  }
  const save = async () => {
    if (props.isBusy) return
    if (!lead()) return setFault(true)
    const chosen = supports().filter((key) => key !== lead())
    if (await props.onSave({ measure: props.measure.key, lead: lead(), supports: chosen })) close()
  }
  return (
    <>
      <tr>
        <th scope="row">
          <span class="case-place">{place()}</span> {props.measure.name}
        </th>
        <td data-part={w.unitsPage.lead}>
          <Show when={leading()} fallback={<span class="facts-open">{w.unitsPage.none}</span>}>
            {(unit) => <span>{name(unit())}</span>}
          </Show>
        </td>
        <td data-part={w.unitsPage.support}>{w.notes.join(supporting().map(name))}</td>
        <Show when={props.mayChange}>
          <td class="division-act">
            <button
              type="button"
              class="button button-quiet"
              ref={edit}
              aria-expanded={isOpen()}
              aria-label={w.unitsPage.editNamed(place())}
              onClick={() => (isOpen() ? close() : open())}
            >
              {w.unitsPage.edit}
            </button>
          </td>
        </Show>
      </tr>
      <Show when={isOpen()}>
        <tr>
          <td colspan="4">
            <form
              class="division-form"
              aria-label={w.unitsPage.editNamed(place())}
              onKeyDown={(event) => event.key === 'Escape' && close()}
              onSubmit={(event) => {
                event.preventDefault()
                void save()
              }}
            >
              <div class="field">
                <label for={`lead-${props.measure.key}`}>{w.unitsPage.lead}</label>
                <Show when={fault()}>
                  <p class="field-error" role="alert">
                    {w.unitsPage.needsLead}
                  </p>
                </Show>
                <select
                  id={`lead-${props.measure.key}`}
                  onChange={(event) => setLead(event.currentTarget.value)}
                >
                  <option value="" selected={lead() === ''}>
                    {w.unitsPage.choosePerson}
                  </option>
                  <For each={props.units}>
                    {(unit) => (
                      <option value={unit.key} selected={lead() === unit.key}>
                        {name(unit)}
                      </option>
                    )}
                  </For>
                </select>
              </div>
              <fieldset class="division-supports">
                <legend>{w.unitsPage.support}</legend>
                <For each={props.units.filter(({ key }) => key !== lead())}>
                  {(unit) => (
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={supports().includes(unit.key)}
                        onChange={(event) =>
                          setSupports((held) =>
                            event.currentTarget.checked
                              ? [...held, unit.key]
                              : held.filter((key) => key !== unit.key),
                          )
                        }
                      />
                      {name(unit)}
                    </label>
                  )}
                </For>
              </fieldset>
              <div class="form-acts">
                <button type="submit" class="button button-blue" aria-disabled={props.isBusy}>
                  {props.isBusy ? w.unitsPage.saving : w.unitsPage.save}
                </button>
                <button type="button" class="button" onClick={close}>
                  {w.unitsPage.cancel}
                </button>
              </div>
            </form>
          </td>
        </tr>
      </Show>
    </>
  )
}
