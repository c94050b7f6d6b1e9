import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import '../../styles/desk-stamped.css'
import type { StaffStamp, StampDecision } from '../../../worker/contract/stamped-scans'
import { stampStates } from '../../../worker/contract/words'
import { getStamped } from '../../api/stamped'
import { StampCard } from '../../components/desk/cases/stamp-card'
import { Loaded } from '../../components/desk/loaded'
import { StatePanel } from '../../components/desk/state-panel'
import { t, words } from '../../locales/desk'
import { formatCount } from '../../locales/desk/format'
import { s } from '../../locales/desk/stamped'
import { createPaged } from './create-paged'
import { deskPath } from './return-address'
import { useSession } from './session'

/** `/desk/cases/stamped`: the stamped papers that came in, each beside the text that it must bear. */
export function Stamped() {
  const session = useSession()
  const [search, setSearch] = useSearchParams<{ state?: string }>()
  const state = () => stampStates.find((each) => each === search.state) ?? 'submitted'
  const paged = createPaged((after?: string) => getStamped({ state: state(), ...(after && { after }) }))
  const { first: list, items, next, problem, reload, showMore } = paged
  const [said, setSaid] = createSignal('')

  document.title = `${s.heading} · ${t.product}`
  createEffect(() => {
    if (list.error()?.code === 'unauthenticated') void session.load()
  })
  createEffect(on(state, reload, { defer: true }))

  const decided = async ({ organisation }: StaffStamp, act: StampDecision['act']) => {
    setSaid(s.done[act](organisation.name))
    await reload()
  }

  return (
    <div class="sheet-page sheet-page-wide">
      <header class="page-head">
        <h1>{s.heading}</h1>
        <Show when={list.data()?.waiting}>
          {(waiting) => <span class="badge badge-lacking">{s.waiting(formatCount(waiting()))}</span>}
        </Show>
        <p class="page-intro">{s.intro}</p>
        <p>
          <a href={deskPath('cases')}>{s.back}</a>
        </p>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <label class="stamp-filter">
        <span>{s.filter}</span>
        <select
          class="text-input"
          value={state()}
          onChange={(event) => setSearch({ state: event.currentTarget.value })}
        >
          <For each={stampStates}>{(each) => <option value={each}>{words.stampStates[each]}</option>}</For>
        </select>
      </label>
      <Loaded data={list.data()} error={list.error()} retry={list.load}>
        {() => (
          <Show
            when={items().length > 0}
            fallback={<StatePanel kind="empty" heading={s.none} text={s.noneText} />}
          >
            <ul class="stamp-cards">
              <For each={items()}>
                {(scan) => <StampCard scan={scan} onDecided={decided} onStale={() => void reload()} />}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={next()}>
        <p>
          <button type="button" class="button" onClick={showMore}>
            {s.more}
          </button>
        </p>
      </Show>
    </div>
  )
}
