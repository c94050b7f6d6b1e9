import { createEffect, createSignal, For, Show } from 'solid-js'
import { t } from '../../locales/desk'

export interface SignInProblem {
  fields: Record<string, string>
  sentences: readonly string[]
}

interface SignInFormProps {
  problem: SignInProblem | null
  busy: boolean
  returning: boolean
  onSubmit: (email: string, password: string) => void
}

export function SignInForm(props: SignInFormProps) {
  let summary: HTMLDivElement | undefined
  let email!: HTMLInputElement
  let password!: HTMLInputElement
  const [revealed, setRevealed] = createSignal(false)
  const fieldError = (name: string) => props.problem?.fields[name]

  createEffect(() => {
    if (props.problem) summary?.focus()
  })

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(email.value, password.value)
  }

  return (
    <div class="sign-in">
      <h1>{t.signIn.heading}</h1>
      <p class="sign-in-intro">{props.returning ? t.signIn.expired : t.signIn.intro}</p>
      <Show when={props.problem}>
        {(problem) => (
          <div class="problem" role="alert" tabindex="-1" ref={summary}>
            <h2>{t.signIn.problem}</h2>
            <ul>
              <For each={problem().sentences}>{(sentence) => <li>{sentence}</li>}</For>
              <For each={Object.entries(problem().fields)}>
                {([name, sentence]) => (
                  <li>
                    <a href={`#sign-in-${name}`} rel="external">
                      {sentence}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </Show>
      <form onSubmit={submit} novalidate>
        <div class="field" classList={{ 'field-wrong': Boolean(fieldError('email')) }}>
          <label for="sign-in-email">{t.signIn.email}</label>
          <Show when={fieldError('email')}>
            <p class="field-error" id="sign-in-email-error">
              {fieldError('email')}
            </p>
          </Show>
          <input
            id="sign-in-email"
            ref={email}
            type="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={fieldError('email') ? 'true' : undefined}
            aria-describedby={fieldError('email') ? 'sign-in-email-error' : undefined}
          />
        </div>
        <div class="field" classList={{ 'field-wrong': Boolean(fieldError('password')) }}>
          <label for="sign-in-password">{t.signIn.password}</label>
          <Show when={fieldError('password')}>
            <p class="field-error" id="sign-in-password-error">
              {fieldError('password')}
            </p>
          </Show>
          <input
            id="sign-in-password"
            ref={password}
            type={revealed() ? 'text' : 'password'}
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={fieldError('password') ? 'true' : undefined}
            aria-describedby={fieldError('password') ? 'sign-in-password-error' : undefined}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={revealed()}
              onChange={(event) => setRevealed(event.currentTarget.checked)}
            />
            {t.signIn.showPassword}
          </label>
        </div>
        <button type="submit" class="button button-main button-wide" aria-disabled={props.busy}>
          {props.busy ? t.signIn.submitting : t.signIn.submit}
        </button>
      </form>
    </div>
  )
}
