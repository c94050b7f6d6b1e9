import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import type { SignInView } from '../../../worker/contract/auth'
import { type ApiError, asApiError } from '../../api/api-error'
import { passSecondStep, signIn } from '../../api/session'
import { type FormProblem, problemOf } from '../../components/desk/account/problem-summary'
import { SecondStepForm } from '../../components/desk/account/second-step-form'
import { SignInForm } from '../../components/desk/sign-in-form'
import { t } from '../../locales/desk'
import { afterSignIn } from './return-address'
import { useSession } from './session'

type Step = SignInView['step']

/** `/desk/sign-in`: the password, and the second factor of whoever has one. */
export function SignIn() {
  const session = useSession()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ return?: string }>()
  const arrival = useLocation<{ step?: Step }>()
  const [step, setStep] = createSignal<Step | null>(arrival.state?.step ?? null)
  const [problem, setProblem] = createSignal<FormProblem | null>(null)
  const [busy, setBusy] = createSignal(false)
  const isSecond = () => step() === 'second_factor'

  createEffect(() => {
    const heading = isSecond() ? t.secondStep.heading : t.signIn.heading
    document.title = `${problem() ? t.signIn.errorPrefix : ''}${heading} · ${t.product}`
  })
  createEffect(() => {
    const account = session.account()
    if (account) navigate(afterSignIn(search.return, account.role), { resolve: false, replace: true })
  })

  async function take(missing: Record<string, string>, ask: () => ReturnType<typeof signIn>) {
    if (Object.keys(missing).length > 0) return setProblem({ fields: missing, sentences: [] })
    setBusy(true)
    setProblem(null)
    try {
      setStep((await ask()).step)
      if (isSecond()) return
      await session.load()
      const failure = session.error()
      setProblem(failure && problemOf(failure))
    } catch (thrown) {
      refuse(asApiError(thrown))
    } finally {
      setBusy(false)
    }
  }

  /** A second step that has run out begins again with the password. */
  function refuse(error: ApiError) {
    if (error.code === 'second_factor_expired' || error.code === 'account_disabled') setStep(null)
    setProblem(problemOf(error))
  }

  return (
    <Show
      when={isSecond()}
      fallback={
        <SignInForm
          problem={problem()}
          busy={busy()}
          returning={Boolean(search.return)}
          onSubmit={(email, password) =>
            take(
              {
                ...(email.trim() ? {} : { email: t.signIn.emailMissing }),
                ...(password ? {} : { password: t.signIn.passwordMissing }),
              },
              () => signIn(email.trim(), password),
            )
          }
        />
      }
    >
      <SecondStepForm
        problem={problem()}
        busy={busy()}
        onSubmit={(code) =>
          take(code.trim() ? {} : { code: t.secondStep.missing }, () => passSecondStep(code))
        }
        onRestart={() => {
          setStep(null)
          setProblem(null)
        }}
      />
    </Show>
  )
}
