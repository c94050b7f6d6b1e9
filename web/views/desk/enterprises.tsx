import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import '../../styles/desk-enterprises.css'
import type { StaffEnterprise } from '../../../worker/contract/enterprises'
import { type EnterpriseState, enterpriseStates } from '../../../worker/contract/words'
import { getEnterprises } from '../../api/enterprises'
import { EnterpriseCard } from '../../components/desk/enterprises/enterprise-card'
import { Loaded } from '../../components/desk/loaded'
import { StatePanel } from '../../components/desk/state-panel'
import { t, words } from '../../locales/desk'
import { e } from '../../locales/desk/enterprises'
import { formatCount } from '../../locales/desk/format'
import { createPaged } from './create-paged'
import { deskPath } from './return-address'
import { useSession } from './session'

type Filter = EnterpriseState | 'claimed' | 'all'

/** `/desk/enterprises`: what was submitted for verification, and all organisations by state. */
export function Enterprises() {
  const session = useSession()
  const [search, setSearch] = useSearchParams<{ state?: string }>()
  const filter = (): Filter =>
    search.state === 'all' || search.state === 'claimed'
      ? search.state
      : (enterpriseStates.find((state) => state === search.state) ?? 'submitted')
  const queryOf = (chosen: Filter) => (chosen === 'all' ? {} : { state: chosen })
  const paged = createPaged((after?: string) =>
    getEnterprises({ ...queryOf(filter()), ...(after && { after }) }),
  )
  const { first: list, items, next, problem, reload, showMore } = paged
  const [said, setSaid] = createSignal('')

  document.title = `${e.heading} · ${t.product}`
  createEffect(() => {
    if (list.error()?.code === 'unauthenticated') void session.load()
  })
  createEffect(on(filter, reload, { defer: true }))

  const decided = async ({ name, state }: StaffEnterprise) => {
    setSaid(state === 'verified' ? e.done.verified(name) : e.done.rejected(name))
    await reload()
  }
  const settled = async (told: string) => {
    setSaid(told)
    await reload()
  }

  return (
    <div class="sheet-page sheet-page-wide">
      <header class="page-head">
        <h1>{e.heading}</h1>
        <Show when={list.data()?.waiting}>
          {(waiting) => <span class="badge badge-lacking">{e.waiting(formatCount(waiting()))}</span>}
        </Show>
        <Show when={list.data()?.claimed}>
          {(claimed) => (
            <a class="badge badge-lacking" href={`${deskPath('enterprises')}?state=claimed`}>
              {e.claimsWaiting(formatCount(claimed()))}
            </a>
          )}
        </Show>
        <p class="page-intro">{e.intro}</p>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <label class="enterprise-filter">
        <span>{e.filter}</span>
        <select
          class="text-input"
          value={filter()}
          onChange={(event) => setSearch({ state: event.currentTarget.value })}
        >
          <For each={enterpriseStates}>
            {(state) => <option value={state}>{words.enterpriseStates[state]}</option>}
          </For>
          <option value="claimed">{e.claimed}</option>
          <option value="all">{e.all}</option>
        </select>
      </label>
      <Loaded data={list.data()} error={list.error()} retry={list.load}>
        {() => (
          <Show
            when={items().length > 0}
            fallback={<StatePanel kind="empty" heading={e.none} text={e.noneText} />}
          >
            <ul class="enterprise-cards">
              <For each={items()}>
                {(enterprise) => (
                  <EnterpriseCard enterprise={enterprise} onDecided={decided} onHandedOver={settled} />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <Show when={problem() || (list.data() && list.error()?.message)}>
        <p class="field-error" role="alert">
          {problem() || list.error()?.message}
        </p>
      </Show>
      <Show when={next()}>
        <p>
          <button type="button" class="button" onClick={showMore}>
            {e.more}
          </button>
        </p>
      </Show>
    </div>
  )
}
