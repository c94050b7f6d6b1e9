import { createEffect, createSignal, For, Show } from 'solid-js'
import { Loaded } from '../../components/desk/loaded'
import '../../styles/desk-cases.css'
import type { UnitMember, UnitsView } from '../../../worker/contract/units'
import { asApiError } from '../../api/api-error'
import { changeMeasureUnits, changeMember, getUnits } from '../../api/casework'
import { getPlan } from '../../api/plan'
import { AnnexReaders } from '../../components/desk/cases/annex-readers'
import { MeasureUnits } from '../../components/desk/cases/measure-units'
import { UnitCard } from '../../components/desk/cases/unit-card'
import { StatePanel } from '../../components/desk/state-panel'
import { language, t } from '../../locales/desk'
import { w } from '../../locales/desk/cases'
import { formatCount, formatPlace, joinSentences } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { measureChoices } from './measure-choices'
import { deskPath } from './return-address'
import { useSession } from './session'

/** `/desk/cases/units`: who belongs to which office, and which office leads which measure. */
export function Units() {
  const session = useSession()
  const loaded = createLoad(getUnits)
  const plan = createLoad(getPlan)
  const [changed, setChanged] = createSignal<UnitsView>()
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const view = () => changed() ?? loaded.data()
  const mayChange = () => session.account()?.role === 'admin'
  const measures = () => measureChoices(plan.data()).flatMap((choice) => choice.measures)

  document.title = `${w.unitsPage.heading} · ${w.heading} · ${t.product}`
  createEffect(() => {
    if (loaded.error()?.code === 'unauthenticated') void session.load()
  })

  const attempt = async (act: () => Promise<string>): Promise<boolean> => {
    setBusy(true)
    setProblem('')
    setSaid('')
    try {
      setSaid(await act())
      return true
    } catch (thrown) {
      setProblem(joinSentences(...asApiError(thrown).sentences))
      return false
    } finally {
      setBusy(false)
    }
  }
  const unitName = (key: string) => {
    const unit = view()?.units.find((each) => each.key === key)
    return unit ? (language === 'en' ? unit.nameEn : unit.name) : key
  }
  const changePart = (change: UnitMember, name: string) =>
    attempt(async () => {
      const wasIn = view()?.units.some(
        ({ key, members }) => key === change.unit && members.some(({ id }) => id === change.user),
      )
      setChanged(await changeMember(change))
      const unit = unitName(change.unit)
      if (change.part === 'none') return w.unitsPage.removed(unit, name)
      return wasIn ? w.unitsPage.changed(unit, name) : w.unitsPage.added(unit, name)
    })

  return (
    <div class="sheet-page sheet-page-wide">
      <header class="page-head">
        <h1>{w.unitsPage.heading}</h1>
        <a class="button" href={deskPath('cases')}>
          {w.unitsPage.back}
        </a>
        <p class="page-intro">{joinSentences(w.unitsPage.intro, mayChange() ? '' : w.unitsPage.readOnly)}</p>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Loaded data={view()} error={loaded.error()} retry={loaded.load}>
        {(units) => (
          <>
            <section aria-labelledby="units-heading">
              <h2 id="units-heading">{w.unitsPage.people}</h2>
              <ul class="units">
                <For each={units().units.map(({ key }) => key)}>
                  {(key) => (
                    <Show when={units().units.find((unit) => unit.key === key)}>
                      {(unit) => (
                        <UnitCard
                          unit={unit()}
                          colleagues={units().colleagues}
                          mayChange={mayChange()}
                          isBusy={isBusy()}
                          onChange={changePart}
                        />
                      )}
                    </Show>
                  )}
                </For>
              </ul>
            </section>
            <AnnexReaders />
            <section aria-labelledby="division-heading">
              <h2 id="division-heading">{w.unitsPage.measures}</h2>
              <Show when={plan.error()}>
                {(error) => (
                  <StatePanel kind="error" heading={t.failed} text={error().message} retry={plan.load} />
                )}
              </Show>
              <table class="division">
                <thead>
                  <tr>
                    <th scope="col">{w.unitsPage.measure}</th>
                    <th scope="col">{w.unitsPage.lead}</th>
                    <th scope="col">{w.unitsPage.support}</th>
                    <Show when={mayChange()}>
                      <td />
                    </Show>
                  </tr>
                </thead>
                <tbody>
                  <For each={measures()}>
                    {(measure) => (
                      <MeasureUnits
                        measure={measure}
                        units={units().units}
                        mayChange={mayChange()}
                        isBusy={isBusy()}
                        onSave={(division) =>
                          attempt(async () => {
                            const { moved, ...after } = await changeMeasureUnits(division)
                            setChanged(after)
                            return w.unitsPage.saved(formatPlace(division.measure), formatCount(moved))
                          })
                        }
                      />
                    )}
                  </For>
                </tbody>
              </table>
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}
