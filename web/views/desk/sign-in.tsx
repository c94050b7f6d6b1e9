import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal } from 'solid-js'
import { asApiError } from '../../api/api-error'
import { signIn } from '../../api/session'
import { SignInForm, type SignInProblem } from '../../components/desk/sign-in-form'
import { t } from '../../locales/desk'
import { Frame } from './frame'
import { afterSignIn } from './return-address'
import { useSession } from './session'

/** `/desk/sign-in` */
export function SignIn() {
  const session = useSession()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ return?: string }>()
  const [problem, setProblem] = createSignal<SignInProblem | null>(null)
  const [busy, setBusy] = createSignal(false)

  createEffect(() => {
    document.title = `${problem() ? t.signIn.errorPrefix : ''}${t.signIn.heading} · ${t.product}`
  })
  createEffect(() => {
    const account = session.account()
    if (account) navigate(afterSignIn(search.return, account.role), { resolve: false, replace: true })
  })

  async function submit(email: string, password: string) {
    const missing = {
      ...(email.trim() ? {} : { email: t.signIn.emailMissing }),
      ...(password ? {} : { password: t.signIn.passwordMissing }),
    }
    if (Object.keys(missing).length > 0) return setProblem({ fields: missing, sentences: [] })
    setBusy(true)
    try {
      await signIn(email.trim(), password)
      await session.load()
      const failure = session.error()
      setProblem(failure && { fields: {}, sentences: [failure.message] })
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem({ fields: error.fields, sentences: [error.message] })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Frame>
      <SignInForm problem={problem()} busy={busy()} returning={Boolean(search.return)} onSubmit={submit} />
    </Frame>
  )
}
