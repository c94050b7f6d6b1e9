import { createSignal, Match, Show, Switch } from 'solid-js'
import type { OwnAccountView, SecondFactorOffer } from '../../../../worker/contract/people'
import {
  confirmSecondFactor,
  offerSecondFactor,
  renewBackupCodes,
  turnOffSecondFactor,
} from '../../../api/account'
import { AskedPassword } from '../../../components/desk/account/asked-password'
import { BackupCodes } from '../../../components/desk/account/backup-codes'
import { Enrolment } from '../../../components/desk/account/enrolment'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { createForm } from './create-form'

interface SecondFactorProps {
  state: OwnAccountView['secondFactor']
  /** After a change: what is to be said of it. */
  onChanged: (said: string) => void
}

type Asking = 'on' | 'off' | 'codes'

/** One's own second factor: turning it on in three steps, off again, and new backup codes. */
export function SecondFactor(props: SecondFactorProps) {
  const form = createForm()
  const [asking, setAsking] = createSignal<Asking | null>(null)
  const [offer, setOffer] = createSignal<SecondFactorOffer | null>(null)
  const [codes, setCodes] = createSignal<readonly string[] | null>(null)
  const words = t.ownAccount.secondFactor

  const start = (act: Asking) => {
    form.clear()
    setAsking(act)
  }
  let section!: HTMLElement
  const stop = () => {
    form.clear()
    setAsking(null)
    setOffer(null)
    section.focus()
  }
  const acts: Record<Asking, (password: string) => Promise<void>> = {
    on: async (password) => {
      setOffer(await offerSecondFactor(password))
    },
    off: async (password) => {
      await turnOffSecondFactor(password)
      stop()
      props.onChanged(words.turnedOff)
    },
    codes: async (password) => {
      setCodes((await renewBackupCodes(password)).backupCodes)
      stop()
    },
  }
  const actName = (act: Asking) => ({ on: words.next, off: words.turnOff, codes: words.newCodes })[act]

  const confirm = (code: string) =>
    form.send({ code: !code.trim() && words.codeMissing }, async () => {
      await confirmSecondFactor(code)
      setCodes(offer()?.backupCodes ?? null)
      stop()
      props.onChanged(words.turnedOn)
    })

  return (
    <section class="block" aria-labelledby="second-factor-heading" tabindex="-1" ref={section}>
      <div class="block-head">
        <h2 id="second-factor-heading">{words.heading}</h2>
        <span
          class="badge"
          classList={{ 'badge-good': props.state.isOn, 'badge-lacking': !props.state.isOn }}
        >
          {props.state.isOn ? words.on : words.off}
        </span>
      </div>
      <p class="block-text">
        {props.state.isOn ? words.onText(formatCount(props.state.backupCodesLeft ?? 0)) : words.offText}
      </p>
      <Switch>
        <Match when={codes()}>
          {(shown) => (
            <BackupCodes
              codes={shown()}
              onKept={() => {
                setCodes(null)
                section.focus()
                props.onChanged('')
              }}
            />
          )}
        </Match>
        <Match when={offer()}>
          {(offered) => (
            <Enrolment
              uri={offered().uri}
              problem={form.problem()}
              busy={form.busy()}
              onSubmit={confirm}
              onCancel={stop}
            />
          )}
        </Match>
        <Match when={asking()} keyed>
          {(act) => (
            <AskedPassword
              act={actName(act)}
              problem={form.problem()}
              busy={form.busy()}
              onSubmit={(password) =>
                form.send({ password: !password && words.passwordMissing }, () => acts[act](password))
              }
              onCancel={stop}
            />
          )}
        </Match>
        <Match when={true}>
          <div class="form-acts">
            <Show
              when={props.state.isOn}
              fallback={
                <button type="button" class="button button-main" onClick={() => start('on')}>
                  {words.turnOn}
                </button>
              }
            >
              <button type="button" class="button" onClick={() => start('codes')}>
                {words.newCodes}
              </button>
              <button type="button" class="button" onClick={() => start('off')}>
                {words.turnOff}
              </button>
            </Show>
          </div>
        </Match>
      </Switch>
    </section>
  )
}
