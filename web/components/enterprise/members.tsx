import { For, Show } from 'solid-js'
import type { EnterpriseView, MemberView } from '../../../worker/contract/enterprises'
import { enterpriseParts } from '../../../worker/contract/words'
import { useFrame } from '../frame/frame-context'
import { SelectField } from '../ui/select-field'

/** Who belongs to an organisation; its owners change that. */
export function Members(props: { enterprise: EnterpriseView }) {
  const { words, domain } = useFrame()
  const { enterprise } = words
  return (
    <section aria-labelledby="members-heading">
      <h2 id="members-heading">{enterprise.members}</h2>
      <ul class="member-list">
        <For each={props.enterprise.members}>
          {(member) => (
            <li>
              <div>
                <b>{member.name}</b>
                <Show when={member.isSelf}>
                  <span class="own-mark">{enterprise.you}</span>
                </Show>
                <span class="member-part">{domain.enterpriseParts[member.part]}</span>
                <Show when={member.email}>
                  <p class="hint">{member.email}</p>
                </Show>
              </div>
              <Show when={props.enterprise.part === 'owner'}>
                <ChangePart member={member} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <dl class="part-hints hint">
        <For each={enterpriseParts}>
          {(part) => (
            <div>
              <dt>{domain.enterpriseParts[part]}</dt>
              <dd>{enterprise.partHints[part]}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

function ChangePart(props: { member: MemberView }) {
  const { words, domain } = useFrame()
  const { enterprise } = words
  const parts = enterpriseParts.map((part) => [part, domain.enterpriseParts[part]] as const)
  return (
    <form method="post" action="/enterprise/members" class="member-form">
      <input type="hidden" name="id" value={props.member.id} />
      <input type="hidden" name="from" value={props.member.part} />
      <SelectField
        name="part"
        id={`part-${props.member.id}`}
        label={enterprise.part}
        options={props.member.isSelf ? parts : [...parts, ['none', enterprise.removeOption] as const]}
        value={props.member.part}
      />
      <button
        class="button-quiet"
        type="submit"
        aria-label={`${enterprise.change}${words.colon}${props.member.name}`}
      >
        {enterprise.change}
      </button>
    </form>
  )
}

/** Who asks to join; an owner takes them in with a part, or declines. */
export function JoinRequests(props: { enterprise: EnterpriseView }) {
  const { words, domain } = useFrame()
  const { enterprise } = words
  return (
    <Show when={props.enterprise.requests.length > 0}>
      <section aria-labelledby="requests-heading">
        <h2 id="requests-heading">{enterprise.requests}</h2>
        <ul class="member-list">
          <For each={props.enterprise.requests}>
            {(request) => (
              <li>
                <div>
                  <b>{request.name}</b>
                  <Show when={request.email}>
                    <p class="hint">{request.email}</p>
                  </Show>
                </div>
                <form method="post" action="/enterprise/requests" class="member-form">
                  <input type="hidden" name="id" value={request.id} />
                  <SelectField
                    name="part"
                    id={`part-${request.id}`}
                    label={enterprise.part}
                    options={enterpriseParts.map((part) => [part, domain.enterpriseParts[part]] as const)}
                    value="drafter"
                  />
                  <button
                    class="button-quiet"
                    type="submit"
                    name="accept"
                    value="yes"
                    aria-label={`${enterprise.accept}${words.colon}${request.name}`}
                  >
                    {enterprise.accept}
                  </button>
                  <button
                    class="button-quiet"
                    type="submit"
                    name="accept"
                    value="no"
                    aria-label={`${enterprise.decline}${words.colon}${request.name}`}
                  >
                    {enterprise.decline}
                  </button>
                </form>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
