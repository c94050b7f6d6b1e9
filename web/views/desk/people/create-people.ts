import { createSignal } from 'solid-js'
import type { OpenInvitation, PersonView } from '../../../../worker/contract/people'
import { type ApiError, asApiError } from '../../../api/api-error'
import { getPeople } from '../../../api/people'

/** The people as they were loaded, page by page, and as the acts of this page changed them since. */
export function createPeople() {
  const [people, setPeople] = createSignal<readonly PersonView[]>([])
  const [invitations, setInvitations] = createSignal<readonly OpenInvitation[]>([])
  const [next, setNext] = createSignal<string | null>(null)
  const [loaded, setLoaded] = createSignal(false)
  const [error, setError] = createSignal<ApiError | null>(null)

  async function load(after?: string) {
    setError(null)
    try {
      const page = await getPeople(after)
      setPeople((held) => (after ? [...held, ...page.items] : page.items))
      if (!after) setInvitations(page.invitations)
      setNext(page.next)
      setLoaded(true)
    } catch (thrown) {
      setError(asApiError(thrown))
    }
  }
  void load()

  return {
    people,
    invitations,
    next,
    loaded,
    error,
    load,
    put: (person: PersonView) =>
      setPeople((held) => held.map((each) => (each.id === person.id ? person : each))),
    putInvitation: (invitation: OpenInvitation) =>
      setInvitations((held) => [invitation, ...held.filter(({ email }) => email !== invitation.email)]),
    dropInvitation: (id: string) => setInvitations((held) => held.filter((each) => each.id !== id)),
  }
}

/** Where a link's token leads: behind the #, which no server is told. */
export function linkAddress(token: string): string {
  return `${window.location.origin}/desk/invitation#${token}`
}
