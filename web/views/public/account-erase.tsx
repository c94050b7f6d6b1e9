import { Show } from 'solid-js'
import { Refusal } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { ConfirmTick, ErasureLists } from '../../components/receipt/erasure-lists'
import { TextField } from '../../components/ui/field'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'account-erase' }>

/** `/account/erase`: what goes with an account and what stays, and the password once more. */
export function AccountEraseView(props: Props) {
  const { ownData: words } = useFrame().words
  return (
    <div class="column own-page">
      <Refusal {...props} labels={{ confirm: '', password: words.password }} />
      <h1>{words.accountTitle}</h1>
      <p class="lead">{words.accountLead}</p>
      <ErasureLists goes={words.accountGoes} stays={words.accountStays} />
      <p class="notice">{words.comments}</p>
      <Show when={!props.enterprise?.mustHandOver} fallback={<HandOver {...props} />}>
        <Show when={props.enterprise?.isAlone && props.enterprise}>
          {(enterprise) => <p class="notice">{words.alone(enterprise().name)}</p>}
        </Show>
        <form method="post" action="/account/erase" novalidate>
          <Show when={props.hasPassword} fallback={<p>{words.fresh}</p>}>
            <TextField
              name="password"
              label={words.password}
              hint={words.passwordHint}
              type="password"
              class="input-medium"
              autocomplete="current-password"
              value=""
              error={props.errors.password}
            />
          </Show>
          <ConfirmTick label={words.accountConfirm} error={props.errors.confirm} />
          <p class="buttons">
            <button class="button" type="submit">
              {words.accountSend}
            </button>
          </p>
        </form>
      </Show>
      <p class="ways-on">
        <a href="/account">{words.accountBack}</a>
        <a href="/account/data">{words.download}</a>
      </p>
    </div>
  )
}

function HandOver(props: Props) {
  const { ownData: words } = useFrame().words
  return (
    <>
      <p class="notice">{words.handOver(props.enterprise?.name ?? '')}</p>
      <p class="buttons">
        <a class="button" href="/enterprise">
          {words.toEnterprise}
        </a>
      </p>
    </>
  )
}
