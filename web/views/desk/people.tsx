import { createEffect, createSignal, For, Show } from 'solid-js'
import type { Invite, OpenInvitation } from '../../../worker/contract/people'
import { invite, revokeInvitation } from '../../api/people'
import { Loaded } from '../../components/desk/loaded'
import { InvitationList } from '../../components/desk/people/invitation-list'
import { InviteForm } from '../../components/desk/people/invite-form'
import { OneTimeLink } from '../../components/desk/people/one-time-link'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'
import { formatCount } from '../../locales/desk/format'
import { createForm } from './account/create-form'
import { createMinute } from './device'
import { createPeople, linkAddress } from './people/create-people'
import { Person } from './people/person'
import { useSession } from './session'

interface ShownLink {
  heading: string
  token: string
  expiresAt: string
}

/** `/desk/people`: who can sign in, and as what. */
export function People() {
  const session = useSession()
  const list = createPeople()
  const now = createMinute()
  const inviting = createForm()
  const revoking = createForm()
  const [formOpen, setFormOpen] = createSignal(false)
  const [link, setLink] = createSignal<ShownLink | null>(null)
  const [open, setOpen] = createSignal<string | null>(null)
  const [said, setSaid] = createSignal('')

  document.title = `${t.people.heading} · ${t.product}`
  createEffect(() => {
    const code = list.error()?.code
    if (code === 'unauthenticated' || code === 'forbidden') void session.load()
  })

  let heading!: HTMLHeadingElement
  const closeForm = () => {
    inviting.clear()
    setFormOpen(false)
    heading.focus()
  }
  const makeLink = async (input: Invite) => {
    const missing = {
      name: !input.name && t.people.nameMissing,
      email: !input.email && t.people.emailMissing,
    }
    await inviting.send(missing, async () => {
      const made = await invite(input)
      list.putInvitation(made.invitation)
      closeForm()
      setLink({ heading: t.people.link.join(input.name), ...made.link })
    })
  }
  const renew = ({ name, email, role }: OpenInvitation) => makeLink({ name, email, role })
  const revoke = ({ id, name }: OpenInvitation) =>
    revoking.send({}, async () => {
      await revokeInvitation(id)
      list.dropInvitation(id)
      setSaid(t.people.done.revoked(name))
      heading.focus()
    })
  const listProblem = () => revoking.problem() ?? (formOpen() ? null : inviting.problem())

  return (
    <div class="sheet-page sheet-page-wide">
      <header class="page-head">
        <h1 tabindex="-1" ref={heading}>
          {t.people.heading}
        </h1>
        <Show when={!formOpen()}>
          <button type="button" class="button button-main" onClick={() => setFormOpen(true)}>
            {t.people.invite}
          </button>
        </Show>
        <p class="page-intro">{t.people.intro}</p>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <Show when={link()} keyed>
        {(shown) => (
          <OneTimeLink
            heading={shown.heading}
            address={linkAddress(shown.token)}
            expiresAt={shown.expiresAt}
            onDone={() => {
              setLink(null)
              heading.focus()
            }}
          />
        )}
      </Show>
      <Show when={formOpen()}>
        <InviteForm
          problem={inviting.problem()}
          busy={inviting.busy()}
          onSubmit={makeLink}
          onCancel={closeForm}
        />
      </Show>
      <Loaded data={list.loaded()} error={list.error()} retry={list.load}>
        {() => (
          <>
            <Show when={list.invitations().length > 0}>
              <section aria-labelledby="waiting-heading">
                <h2 id="waiting-heading">{t.people.waiting}</h2>
                <Show when={listProblem()}>
                  {(problem) => (
                    <p class="field-error" role="alert">
                      {[...problem().sentences, ...Object.values(problem().fields)][0]}
                    </p>
                  )}
                </Show>
                <InvitationList
                  invitations={list.invitations()}
                  now={now()}
                  busy={inviting.busy() || revoking.busy()}
                  onRenew={renew}
                  onRevoke={revoke}
                />
              </section>
            </Show>
            <section aria-labelledby="people-heading">
              <div class="list-head">
                <h2 id="people-heading">{t.people.list}</h2>
                <span class="list-count">{t.people.shown(formatCount(list.people().length))}</span>
              </div>
              <ul class="people-list">
                <For each={list.people().map(({ id }) => id)}>
                  {(id) => (
                    <Show when={list.people().find((person) => person.id === id)}>
                      {(person) => (
                        <Person
                          person={person()}
                          now={now()}
                          open={open() === id}
                          onToggle={() => setOpen(open() === id ? null : id)}
                          onChanged={(changed, sentence) => {
                            list.put(changed)
                            setSaid(sentence)
                            if (changed.isSelf) void session.load()
                          }}
                          onReset={({ person: changed, link: made }) => {
                            list.put(changed)
                            setLink({ heading: t.people.link.reset(changed.name), ...made })
                          }}
                        />
                      )}
                    </Show>
                  )}
                </For>
              </ul>
              <Show when={list.next()}>
                {(after) => (
                  <button type="button" class="button list-more" onClick={() => void list.load(after())}>
                    {t.people.more}
                  </button>
                )}
              </Show>
              <Show when={list.loaded() && list.error()}>
                {(error) => (
                  <p class="field-error" role="alert">
                    {error().message}
                  </p>
                )}
              </Show>
              <Show when={list.people().length === 1 && list.invitations().length === 0}>
                <StatePanel kind="empty" heading={t.people.onlyYou} text={t.people.onlyYouText} />
              </Show>
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}
