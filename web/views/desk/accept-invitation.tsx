import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Match, Switch } from 'solid-js'
import { asApiError } from '../../api/api-error'
import { acceptInvitation, getInvitation } from '../../api/session'
import { InvitationForm } from '../../components/desk/account/invitation-form'
import { type FormProblem, problemOf } from '../../components/desk/account/problem-summary'
import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { t } from '../../locales/desk'
import { createLoad } from './create-load'
import { deskPath, ownDesk } from './return-address'
import { useSession } from './session'

/** `/desk/invitation#token`: browsers keep what follows the # to themselves, so that no log and no referrer holds it. */
export function AcceptInvitation() {
  const session = useSession()
  const navigate = useNavigate()
  const token = window.location.hash.slice(1)
  const [problem, setProblem] = createSignal<FormProblem | null>(null)
  const [busy, setBusy] = createSignal(false)

  const invitation = createLoad(() => getInvitation(token))
  createEffect(() => {
    const purpose = invitation.data()?.purpose ?? 'join'
    document.title = `${problem() ? t.signIn.errorPrefix : ''}${t.invitation.heading[purpose]} · ${t.product}`
  })

  async function accept(password: string) {
    if (!password) return setProblem({ fields: { password: t.invitation.passwordMissing }, sentences: [] })
    setBusy(true)
    setProblem(null)
    try {
      const { step, ...answer } = await acceptInvitation(token, password)
      await session.load()
      const own = 'user' in answer ? deskPath(ownDesk(answer.user.role)) : within('/desk/sign-in')
      navigate(own, { resolve: false, replace: true, state: { step } })
    } catch (thrown) {
      setProblem(problemOf(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Switch>
      <Match when={!token || invitation.error()?.code === 'invitation_invalid'}>
        <StatePanel
          kind="lacking"
          heading={t.invitation.invalid}
          text={token ? (invitation.error()?.message ?? '') : t.invitation.missing}
          isPage
        >
          <a class="button button-main" href={within('/desk/sign-in')}>
            {t.invitation.toSignIn}
          </a>
        </StatePanel>
      </Match>
      <Match when={invitation.error()}>
        {(error) => (
          <StatePanel
            kind="error"
            heading={t.failed}
            text={error().message}
            retry={() => void invitation.load()}
            isPage
          />
        )}
      </Match>
      <Match when={invitation.data()}>
        {(view) => <InvitationForm invitation={view()} problem={problem()} busy={busy()} onSubmit={accept} />}
      </Match>
      <Match when={true}>
        <StatePanel kind="loading" heading={t.loading} isPage />
      </Match>
    </Switch>
  )
}
