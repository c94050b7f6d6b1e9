import { Show } from 'solid-js'
import { ActForm, Refusal } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import type { PublicPage } from '../../page'

/** `/enterprise/invitation`: behind a colleague's link. */
export function EnterpriseInvitationView(props: Extract<PublicPage, { view: 'enterprise-invitation' }>) {
  const { words, domain } = useFrame()
  const { enterprise, account } = words
  const back = () => `?next=${encodeURIComponent(`/enterprise/invitation?token=${props.token}`)}`
  return (
    <div class="column own-page own-page-narrow">
      <Refusal {...props} labels={{}} />
      <h1>{enterprise.invitationTitle}</h1>
      <Show
        when={props.invitation}
        fallback={
          <p class="ways-on">
            <a href="/account">{account.own.title}</a>
          </p>
        }
      >
        {(invitation) => (
          <>
            <p class="lead">
              {enterprise.invitationLead(
                invitation().invitedBy,
                invitation().enterprise,
                domain.enterpriseParts[invitation().part],
              )}
            </p>
            <Show
              when={props.isSignedIn}
              fallback={
                <>
                  <p>{enterprise.signInFirst}</p>
                  <p class="buttons">
                    <a class="button" href={`/account/sign-in${back()}`}>
                      {account.signIn.title}
                    </a>
                    <a class="button-quiet" href={`/account/sign-up${back()}`}>
                      {account.signUp.title}
                    </a>
                  </p>
                </>
              }
            >
              <ActForm
                isMain
                action="/enterprise/invitation"
                label={enterprise.join}
                fields={{ token: props.token }}
              />
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}
