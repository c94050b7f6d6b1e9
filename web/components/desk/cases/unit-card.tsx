import { createSignal, For, Show } from 'solid-js'
import type { ColleagueView, UnitMember, UnitView } from '../../../../worker/contract/units'
import { language } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'

interface UnitCardProps {
  unit: UnitView
  colleagues: readonly ColleagueView[]
  mayChange: boolean
  isBusy: boolean
  onChange: (change: UnitMember, name: string) => Promise<boolean>
}

/** An office with its people; an administrator takes people in, makes heads of them and lets them go. */
export function UnitCard(props: UnitCardProps) {
  const [person, setPerson] = createSignal('')
  const name = () => (language === 'en' ? props.unit.nameEn : props.unit.name)
  const others = () => props.colleagues.filter(({ units }) => !units.includes(props.unit.key))
  const change = (user: string, part: UnitMember['part'], of: string) =>
    props.isBusy ? Promise.resolve(false) : props.onChange({ unit: props.unit.key, user, part }, of)
  const add = async () => {
    const found = others().find(({ id }) => id === person())
    if (found && (await change(found.id, 'member', found.name))) setPerson('')
  }
  return (
    <li class="block unit">
      <h3>{name()}</h3>
      <Show when={props.unit.members.length > 0} fallback={<p class="block-text">{w.unitsPage.nobody}</p>}>
        <ul class="unit-members">
          <For each={props.unit.members}>
            {(member) => (
              <li>
                <span>
                  {member.name}{' '}
                  <Show when={member.isHead}>
                    <span class="badge badge-here">{w.unitsPage.head}</span>
                  </Show>
                </span>
                <Show when={props.mayChange}>
                  <span class="unit-acts">
                    <button
                      type="button"
                      class="button button-quiet"
                      aria-label={w.unitsPage.actOn(
                        member.isHead ? w.unitsPage.makeMember : w.unitsPage.makeHead,
                        member.name,
                        name(),
                      )}
                      aria-disabled={props.isBusy}
                      onClick={() => void change(member.id, member.isHead ? 'member' : 'head', member.name)}
                    >
                      {member.isHead ? w.unitsPage.makeMember : w.unitsPage.makeHead}
                    </button>
                    <button
                      type="button"
                      class="button button-quiet"
                      aria-label={w.unitsPage.actOn(w.unitsPage.remove, member.name, name())}
                      aria-disabled={props.isBusy}
                      onClick={() => void change(member.id, 'none', member.name)}
                    >
                      {w.unitsPage.remove}
                    </button>
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.mayChange && others().length > 0}>
        <form
          class="unit-add"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <select
            aria-label={w.unitsPage.addTo(name())}
            onChange={(event) => setPerson(event.currentTarget.value)}
          >
            <option value="" selected={person() === ''}>
              {w.unitsPage.choosePerson}
            </option>
            <For each={others()}>
              {(colleague) => (
                <option value={colleague.id} selected={person() === colleague.id}>
                  {colleague.name}
                </option>
              )}
            </For>
          </select>
          <button type="submit" class="button" aria-disabled={props.isBusy || person() === ''}>
            {w.unitsPage.add}
          </button>
        </form>
      </Show>
    </li>
  )
}
