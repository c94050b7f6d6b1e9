import { useLocation } from '@solidjs/router'
import { c } from '../../../locales/desk/consultations'
import { signInPath } from '../../../views/desk/return-address'

/** The session is over: what was typed is kept on this device, and sign-in leads back to it. */
export function SignInAgain() {
  const location = useLocation()
  return (
    <p class="field-error" role="alert">
      {c.editor.signedOut}{' '}
      <a href={signInPath(`${location.pathname}${location.search}`)}>{c.editor.signInAgain}</a>
    </p>
  )
}
