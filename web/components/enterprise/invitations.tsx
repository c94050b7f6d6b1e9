import { For, Show } from 'solid-js'
import type { EnterpriseView } from '../../../worker/contract/enterprises'
import { enterpriseParts } from '../../../worker/contract/words'
import { formatDay } from '../../lib/beijing-time'
import type { FieldErrors } from '../../page'
import { ActForm } from '../account/account-form'
import { useFrame } from '../frame/frame-context'
import { TextField } from '../ui/field'
import { SelectField } from '../ui/select-field'

/** Links for colleagues: a new one, told this once, and those that are open. Owners alone see them. */
export function Invitations(props: {
  enterprise: EnterpriseView
  isMailed: boolean
  link: string | null
  typed: Partial<Record<string, string>>
  errors: FieldErrors
}) {
  const frame = useFrame()
  const { words, domain } = frame
  const { enterprise } = words
  return (
    <Show when={props.enterprise.part === 'owner'}>
      <section aria-labelledby="invite-heading" id="invite">
        <h2 id="invite-heading">{enterprise.invite}</h2>
        <Show when={props.link}>
          {(link) => (
            <div class="slip" role="status">
              <p class="slip-heading">{enterprise.link}</p>
              <p class="invitation-link">
                <code>{link()}</code>
              </p>
              <p class="slip-hint">{enterprise.linkHint}</p>
            </div>
          )}
        </Show>
        <p class="hint">{enterprise.inviteHint}</p>
        <form method="post" action="/enterprise/invitations" novalidate class="own-row">
          <SelectField
            name="part"
            label={enterprise.part}
            options={enterpriseParts.map((part) => [part, domain.enterpriseParts[part]] as const)}
            value={props.typed.part || 'drafter'}
            error={props.errors.part}
          />
          <TextField
            name="email"
            label={enterprise.inviteEmail}
            hint={enterprise.inviteEmailHint(props.isMailed)}
            optional={enterprise.optional}
            type="email"
            autocomplete="off"
            value={props.typed.email ?? ''}
            error={props.errors.email}
          />
          <p class="buttons">
            <button class="button-quiet" type="submit">
              {enterprise.makeLink}
            </button>
          </p>
        </form>
        <Show when={props.enterprise.invitations.length > 0}>
          <h3>{enterprise.open}</h3>
          <ul class="member-list">
            <For each={props.enterprise.invitations}>
              {(invitation) => (
                <li>
                  <div>
                    <b>{invitation.email ?? enterprise.anybody}</b>
                    <span class="member-part">{domain.enterpriseParts[invitation.part]}</span>
                    <p class="hint">
                      {enterprise.until(formatDay(invitation.expiresAt, frame.now, frame.language))}
                    </p>
                  </div>
                  <ActForm
                    action="/enterprise/invitations/revoke"
                    label={enterprise.revoke}
                    name={`${enterprise.revoke}${words.colon}${invitation.email ?? enterprise.anybody}`}
                    fields={{ id: invitation.id }}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}
