import { Show } from 'solid-js'
import { ActForm, Refusal, Told } from '../../components/account/account-form'
import { ClaimForm } from '../../components/enterprise/claim-form'
import { EnterpriseData } from '../../components/enterprise/enterprise-data'
import { Invitations } from '../../components/enterprise/invitations'
import { JoinRequests, Members } from '../../components/enterprise/members'
import { Verification } from '../../components/enterprise/verification'
import { useFrame } from '../../components/frame/frame-context'
import { Awaiting } from '../../components/response/awaiting'
import { responsePath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'enterprise' }>

/** `/enterprise`: one's own organisation, or the way into one. */
export function EnterpriseView(props: Props) {
  const { enterprise: words, response } = useFrame().words
  return (
    <div class="column own-page">
      <Refusal
        {...props}
        labels={{
          document: words.document,
          file: words.file,
          note: words.note,
          part: words.part,
          email: words.inviteEmail,
        }}
      />
      <Told text={props.done && words.done[props.done]} />
      <Show when={props.enterprise} fallback={<NoEnterprise {...props} />}>
        {(enterprise) => (
          <>
            <h1>{enterprise().name}</h1>
            <Awaiting awaiting={enterprise().awaiting} />
            <p class="buttons">
              <a class="button" href={responsePath()}>
                {response.open}
              </a>
            </p>
            <Verification enterprise={enterprise()} typed={props.typed} errors={props.errors} />
            <JoinRequests enterprise={enterprise()} />
            <Members enterprise={enterprise()} />
            <Invitations
              enterprise={enterprise()}
              isMailed={props.isMailed}
              link={props.link}
              typed={props.typed}
              errors={props.errors}
            />
            <EnterpriseData enterprise={enterprise()} />
            <section aria-labelledby="leave-heading">
              <h2 id="leave-heading">{words.leave}</h2>
              <p class="hint" id="leave-hint">
                {words.leaveHint}
              </p>
              <ActForm action="/enterprise/leave" label={words.leave} describedBy="leave-hint" />
            </section>
          </>
        )}
      </Show>
    </div>
  )
}

function NoEnterprise(props: Props) {
  const { enterprise: words } = useFrame().words
  const isWaiting = () => props.request?.state === 'waiting'
  return (
    <>
      <h1>{words.title}</h1>
      <section class="state" aria-labelledby="state-heading">
        <Show
          when={props.request}
          fallback={
            <>
              <p class="state-name" id="state-heading">
                {words.noneTitle}
              </p>
              <p>{words.noneText}</p>
            </>
          }
        >
          {(request) => (
            <>
              <p class="state-name" id="state-heading">
                {isWaiting() ? words.waiting(request().enterprise) : words.declined(request().enterprise)}
              </p>
              <p>{isWaiting() ? words.waitingText(props.isMailed) : words.declinedText}</p>
            </>
          )}
        </Show>
      </section>
      <Show when={props.claim}>
        {(claim) => (
          <section class="state" aria-labelledby="claim-heading">
            <p class="state-name" id="claim-heading">
              {claim().state === 'waiting'
                ? words.claimWaiting(claim().enterprise)
                : words.claimDeclined(claim().enterprise)}
            </p>
            <p>{claim().state === 'waiting' ? words.claimWaitingText : claim().reason}</p>
          </section>
        )}
      </Show>
      <Show when={isWaiting() && props.claim?.state !== 'waiting' && props.request}>
        {(request) => (
          <ClaimForm
            fields={{ uscc: request().uscc, taken: request().enterprise }}
            note=""
            errors={{}}
            isOpen={false}
          />
        )}
      </Show>
      <div class="buttons">
        <a class="button" href="/enterprise/register">
          {words.registerTitle}
        </a>
        <Show when={isWaiting()}>
          <ActForm action="/enterprise/join/withdraw" label={words.withdraw} />
        </Show>
      </div>
    </>
  )
}
