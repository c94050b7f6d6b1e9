import { createSignal, Show } from 'solid-js'
import type { ListedEnterprise, StaffEnterprise } from '../../../../worker/contract/enterprises'
import { formatUscc } from '../../../lib/format-uscc'
import { words } from '../../../locales/desk'
import { e } from '../../../locales/desk/enterprises'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { EnterpriseDetail } from './enterprise-detail'

const looks = {
  unverified: 'badge',
  submitted: 'badge badge-lacking',
  verified: 'badge badge-good',
  rejected: 'badge badge-out',
}

/** An organisation in the list; opened, it shows what speaks for it, and takes the decision. */
export function EnterpriseCard(props: {
  enterprise: ListedEnterprise
  onDecided: (decided: StaffEnterprise) => void
  onHandedOver: (said: string) => void
}) {
  const [isOpen, setOpen] = createSignal(false)
  const own = () => props.enterprise
  return (
    <li class="block enterprise-card">
      <div class="block-head">
        <h2 id={`enterprise-${own().id}`}>{own().name}</h2>
        <span class={looks[own().state]}>{words.enterpriseStates[own().state]}</span>
        <span class="form-acts-gap" />
        <button
          type="button"
          class="button"
          aria-expanded={isOpen()}
          aria-describedby={`enterprise-${own().id}`}
          onClick={() => setOpen(!isOpen())}
        >
          {isOpen() ? e.close : e.open}
        </button>
      </div>
      <p class="block-text">
        {words.kinds[own().kind]} · {formatUscc(own().uscc)} · {e.members(formatCount(own().members))} ·{' '}
        {e.since(formatMoment(own().stateAt))}
      </p>
      <Show when={isOpen()}>
        <EnterpriseDetail id={own().id} onDecided={props.onDecided} onHandedOver={props.onHandedOver} />
      </Show>
    </li>
  )
}
