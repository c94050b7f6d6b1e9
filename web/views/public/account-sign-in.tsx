import { Show } from 'solid-js'
import { ActForm, Refusal, Told } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { TextField } from '../../components/ui/field'
import { withNext } from '../../lib/links'
import type { PublicPage } from '../../page'

/** `/account/sign-in`: by the provincial sign-on where there is one, or by address and password. */
export function AccountSignInView(props: Extract<PublicPage, { view: 'account-sign-in' }>) {
  const { account } = useFrame().words
  return (
    <div class="column own-page own-page-narrow">
      <Refusal {...props} labels={{ email: account.email, password: account.password }} />
      <Told text={props.notice && account.notices[props.notice]}>
        <Show when={props.notice === 'desk'}>
          <a class="button-quiet" href="/desk">
            {account.toDesk}
          </a>
        </Show>
      </Told>
      <h1>{account.signIn.title}</h1>
      <p class="lead">{account.signIn.lead}</p>
      <Show when={props.hasSignOn}>
        <p class="sign-on">
          <a
            class="button"
            href={withNext('/account/sign-on', props.next)}
            target={props.kept ? '_blank' : undefined}
          >
            {account.signIn.signOn}
          </a>
        </p>
        <p class="hint">{props.kept ? account.signIn.signOnKept : account.signIn.signOnHint}</p>
        <Show when={props.kept}>
          {(kept) => (
            <ActForm action={kept().act} label={account.signIn.goOn} fields={{ kept: kept().fields }} />
          )}
        </Show>
        <p class="own-or">{account.signIn.or}</p>
      </Show>
      <form method="post" action="/account/sign-in" novalidate>
        <input type="hidden" name="next" value={props.next} />
        <Show when={props.kept}>
          {(kept) => (
            <>
              <input type="hidden" name="act" value={kept().act} />
              <input type="hidden" name="kept" value={kept().fields} />
            </>
          )}
        </Show>
        <TextField
          name="email"
          label={account.email}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={props.email}
          error={props.errors.email}
        />
        <TextField
          name="password"
          label={account.password}
          type="password"
          autocomplete="current-password"
          value=""
          error={props.errors.password}
        />
        <p class="buttons">
          <button class={props.hasSignOn ? 'button-quiet' : 'button'} type="submit">
            {account.signIn.submit}
          </button>
        </p>
      </form>
      <p class="ways-on">
        <a href={withNext('/account/sign-up', props.next)}>{account.signIn.signUp}</a>
        <a href="/account/password">{account.signIn.forgotten}</a>
        <a href="/desk">{account.signIn.staff}</a>
      </p>
    </div>
  )
}
