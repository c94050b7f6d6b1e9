import { createSignal, For, Show } from 'solid-js'
import type { OpenInvitation } from '../../../../worker/contract/people'
import { t, words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { Confirm } from './confirm'

interface InvitationListProps {
  invitations: readonly OpenInvitation[]
  now: number
  busy: boolean
  onRenew: (invitation: OpenInvitation) => void
  onRevoke: (invitation: OpenInvitation) => void
}

/** Who was invited and has not come yet. */
export function InvitationList(props: InvitationListProps) {
  const [asked, setAsked] = createSignal<string | null>(null)
  const stop = ({ id }: OpenInvitation) => {
    setAsked(null)
    document.querySelector<HTMLElement>(`[data-revoke="${id}"]`)?.focus()
  }
  const until = ({ invitedBy, expiresAt }: OpenInvitation) =>
    Date.parse(expiresAt) > props.now
      ? t.people.invited(invitedBy, formatMoment(expiresAt))
      : t.people.expired(invitedBy)

  return (
    <ul class="people-list">
      <For each={props.invitations}>
        {(invitation) => (
          <li class="person">
            <div class="person-row">
              <p class="person-who">
                <b>{invitation.name}</b>
                <span class="person-email">{invitation.email}</span>
              </p>
              <p class="person-role">{words.roles[invitation.role]}</p>
              <p class="person-facts">{until(invitation)}</p>
              <div class="person-manage person-manage-wide">
                <button
                  type="button"
                  class="button"
                  aria-disabled={props.busy}
                  onClick={() => !props.busy && props.onRenew(invitation)}
                >
                  {t.people.renew}
                </button>
                <button
                  type="button"
                  class="button"
                  data-revoke={invitation.id}
                  onClick={() => setAsked(invitation.id)}
                >
                  {t.people.revoke}
                </button>
              </div>
            </div>
            <Show when={asked() === invitation.id}>
              <Confirm
                act={t.people.revoke}
                consequence={t.people.confirm.revoke(invitation.name)}
                busy={props.busy}
                onConfirm={() => props.onRevoke(invitation)}
                onCancel={() => stop(invitation)}
              />
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
