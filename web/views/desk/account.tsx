import { createEffect, createSignal, Show } from 'solid-js'
import type { OwnAccountView } from '../../../worker/contract/people'
import { getOwnAccount, revokeSession } from '../../api/account'
import { SessionList } from '../../components/desk/account/session-list'
import { Loaded } from '../../components/desk/loaded'
import { t, words } from '../../locales/desk'
import { createForm } from './account/create-form'
import { Password } from './account/password'
import { SecondFactor } from './account/second-factor'
import { createLoad } from './create-load'
import { useSession } from './session'

/** `/desk/account`: how one proves who one is, and where one is signed in. */
export function OwnAccount() {
  const session = useSession()
  const loaded = createLoad(getOwnAccount)
  const [newer, setNewer] = createSignal<OwnAccountView>()
  const [said, setSaid] = createSignal('')
  const ending = createForm()
  const account = () => newer() ?? loaded.data()

  document.title = `${t.ownAccount.heading} · ${t.product}`
  createEffect(() => {
    if (loaded.error()?.code === 'unauthenticated') void session.load()
  })

  const show = (view: OwnAccountView, sentence: string) => {
    setNewer(view)
    if (sentence) setSaid(sentence)
  }
  const refresh = (sentence: string) =>
    ending.send({}, async () => {
      show(await getOwnAccount(), sentence)
      await session.load()
    })
  const end = (which: string, sentence: string) =>
    ending.send({}, async () => show(await revokeSession(which), sentence))

  return (
    <div class="sheet-page">
      <header class="page-head">
        <h1>{t.ownAccount.heading}</h1>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <Loaded data={account()} error={loaded.error()} retry={loaded.load}>
        {(view) => (
          <>
            <p class="account-who">
              <b>{view().user.name}</b>
              <span class="badge">{words.roles[view().user.role]}</span>
              <span class="account-email">{view().user.email}</span>
            </p>
            <Show when={session.account()?.secondFactor === 'required'}>
              <div class="notice-required">
                <h2>{t.ownAccount.required}</h2>
                <p>{t.ownAccount.requiredText}</p>
              </div>
            </Show>
            <SecondFactor state={view().secondFactor} onChanged={(sentence) => void refresh(sentence)} />
            <Password email={view().user.email} onChanged={show} />
            <section class="block" aria-labelledby="sessions-heading">
              <h2 id="sessions-heading">{t.ownAccount.sessions.heading}</h2>
              <p class="block-text">{t.ownAccount.sessions.text}</p>
              <Show when={ending.problem()}>
                {(problem) => (
                  <p class="field-error" role="alert">
                    {problem().sentences[0]}
                  </p>
                )}
              </Show>
              <SessionList
                sessions={view().sessions}
                busy={ending.busy()}
                onEnd={(id) => end(id, t.ownAccount.sessions.ended)}
              />
              <Show
                when={view().sessions.length > 1}
                fallback={<p class="field-hint">{t.ownAccount.sessions.onlyThis}</p>}
              >
                <div class="form-acts">
                  <button
                    type="button"
                    class="button"
                    aria-disabled={ending.busy()}
                    onClick={() => !ending.busy() && end('others', t.ownAccount.sessions.othersEnded)}
                  >
                    {t.ownAccount.sessions.endOthers}
                  </button>
                </div>
              </Show>
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}
