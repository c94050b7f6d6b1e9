import { createSignal, Show } from 'solid-js'
import type { OwnAccountView } from '../../../../worker/contract/people'
import { changePassword } from '../../../api/account'
import { PasswordForm } from '../../../components/desk/account/password-form'
import { t } from '../../../locales/desk'
import { createForm } from './create-form'

interface PasswordProps {
  email: string
  onChanged: (account: OwnAccountView, said: string) => void
}

/** One's own password. */
export function Password(props: PasswordProps) {
  const form = createForm()
  const [open, setOpen] = createSignal(false)
  const words = t.ownAccount.password
  let section!: HTMLElement
  const close = () => {
    form.clear()
    setOpen(false)
    section.focus()
  }
  const save = (current: string, password: string) =>
    form.send(
      { current: !current && words.currentMissing, password: !password && words.freshMissing },
      async () => {
        const account = await changePassword({ current, password })
        close()
        props.onChanged(account, words.done)
      },
    )

  return (
    <section class="block" aria-labelledby="password-heading" tabindex="-1" ref={section}>
      <h2 id="password-heading">{words.heading}</h2>
      <p class="block-text">{words.text}</p>
      <Show
        when={open()}
        fallback={
          <div class="form-acts">
            <button type="button" class="button" onClick={() => setOpen(true)}>
              {words.change}
            </button>
          </div>
        }
      >
        <PasswordForm
          email={props.email}
          problem={form.problem()}
          busy={form.busy()}
          onSubmit={save}
          onCancel={close}
        />
      </Show>
    </section>
  )
}
