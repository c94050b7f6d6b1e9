import { Match, Show, Switch } from 'solid-js'
import { ActForm, Refusal } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { TextField } from '../../components/ui/field'
import type { PublicPage } from '../../page'

/** After a form that answers by mail: the same whether the address is known or not. */
export function AccountSentView(props: Extract<PublicPage, { view: 'account-sent' }>) {
  const { sent } = useFrame().words.account
  return (
    <div class="column own-page own-page-narrow">
      <h1>{sent.title}</h1>
      <p class="lead">{sent[props.what]}</p>
      <p class="hint">{sent.late}</p>
    </div>
  )
}

/** Behind a mailed link; the button confirms, so that a mail program that looks at links uses up none. */
export function AccountConfirmView(props: Extract<PublicPage, { view: 'account-confirm' }>) {
  const { account } = useFrame().words
  return (
    <div class="column own-page own-page-narrow">
      <Refusal {...props} labels={{}} />
      <h1>{account.confirm.title}</h1>
      <Show
        when={props.token}
        fallback={
          <p class="ways-on">
            <a href="/account/sign-up">{account.signUp.title}</a>
            <a href="/account/sign-in">{account.signIn.title}</a>
          </p>
        }
      >
        <p class="lead">{account.confirm.lead}</p>
        <ActForm
          isMain
          action="/account/confirm"
          label={account.confirm.submit}
          fields={{ token: props.token }}
        />
      </Show>
    </div>
  )
}

/** `/account/password`: asks for a link to a new password, and behind it for the password. */
export function AccountPasswordView(props: Extract<PublicPage, { view: 'account-password' }>) {
  const { account } = useFrame().words
  const { reset } = account
  return (
    <div class="column own-page own-page-narrow">
      <Refusal {...props} labels={{ email: account.email, password: account.newPassword }} />
      <h1>{props.token === null ? reset.title : reset.choose}</h1>
      <Switch>
        <Match when={props.token !== null}>
          <p class="lead">{reset.chooseLead}</p>
          <form method="post" action="/account/password/new" novalidate>
            <input type="hidden" name="token" value={props.token ?? ''} />
            <TextField
              name="password"
              label={account.newPassword}
              hint={account.passwordHint}
              type="password"
              autocomplete="new-password"
              value=""
              error={props.errors.password}
            />
            <p class="buttons">
              <button class="button" type="submit">
                {reset.save}
              </button>
            </p>
          </form>
        </Match>
        <Match when={!props.isMailed}>
          <p class="lead">{reset.notMailed}</p>
        </Match>
        <Match when={props.isMailed}>
          <p class="lead">{reset.lead}</p>
          <form method="post" action="/account/password" novalidate>
            <TextField
              name="email"
              label={account.email}
              type="email"
              autocomplete="username"
              spellcheck={false}
              value={props.email}
              error={props.errors.email}
            />
            <p class="buttons">
              <button class="button" type="submit">
                {reset.submit}
              </button>
            </p>
          </form>
        </Match>
      </Switch>
    </div>
  )
}
