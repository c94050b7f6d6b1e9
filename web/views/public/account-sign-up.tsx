import { Refusal } from '../../components/account/account-form'
import { PrivacyLine } from '../../components/form/privacy-line'
import { useFrame } from '../../components/frame/frame-context'
import { TextField } from '../../components/ui/field'
import { withNext } from '../../lib/links'
import type { PublicPage } from '../../page'

/** `/account/sign-up` */
export function AccountSignUpView(props: Extract<PublicPage, { view: 'account-sign-up' }>) {
  const { language, words, beside } = useFrame()
  const { account } = words
  const { name, email, password } = account
  return (
    <div class="column own-page own-page-narrow">
      <Refusal {...props} labels={{ name, email, password }} />
      <h1>{account.signUp.title}</h1>
      <p class="lead">{account.signUp.lead}</p>
      <form method="post" action="/account/sign-up" novalidate>
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="name"
          label={name}
          hint={account.nameHint + beside('accountName')}
          autocomplete="name"
          value={props.values.name}
          error={props.errors.name}
        />
        <TextField
          name="email"
          label={email}
          hint={account.emailHint + beside('account')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={props.values.email}
          error={props.errors.email}
        />
        <TextField
          name="password"
          label={password}
          hint={account.passwordHint}
          type="password"
          autocomplete="new-password"
          value=""
          error={props.errors.password}
        />
        <PrivacyLine about="account" version={props.values.noticeVersion} />
        <p class="hint">{props.isMailed ? account.signUp.mailed : account.signUp.notMailed}</p>
        <p class="buttons">
          <button class="button" type="submit">
            {account.signUp.submit}
          </button>
        </p>
      </form>
      <p class="ways-on">
        <a href={withNext('/account/sign-in', props.next)}>
          {account.signUp.hasAccount}
          {language === 'en' && ' '}
          {account.signIn.title}
        </a>
      </p>
    </div>
  )
}
