import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { CopyButton } from '../account/copy-button'

interface NoticeText {
  id: number
  kind: 'failed' | 'lost' | 'changed' | 'held' | 'late' | 'kept' | 'unpassed'
  title: string
  sentences: readonly string[]
  typed: readonly string[]
  signIn: boolean
  canOpen: boolean
  canResend: boolean
}

interface NoticesProps {
  notices: readonly NoticeText[]
  decidedPath: string
  onOpen: (id: number) => void
  onResend: (id: number) => void
  onSignIn: () => void
  onDismiss: (id: number) => void
}

/** What did not go as the moderator decided. Nothing here disappears by itself. */
export function Notices(props: NoticesProps) {
  return (
    <section class="notices" aria-label={t.notice.region}>
      <For each={props.notices.map(({ id }) => id)}>
        {(id) => (
          <Show when={props.notices.find((notice) => notice.id === id)}>
            {(notice) => <NoticeCard {...props} notice={notice()} />}
          </Show>
        )}
      </For>
    </section>
  )
}

function NoticeCard(props: NoticesProps & { notice: NoticeText }) {
  const isGrave = () => props.notice.kind === 'failed' || props.notice.kind === 'kept'
  return (
    <div class="notice" classList={{ 'notice-told': !isGrave() }} role="alert">
      <p class="notice-title">{props.notice.title}</p>
      <For each={props.notice.sentences}>{(sentence) => <p>{sentence}</p>}</For>
      <Show when={props.notice.typed.length > 0}>
        <p class="notice-label">{t.notice.yourNote}</p>
        <For each={props.notice.typed}>
          {(text) => <blockquote class="plain notice-note">{text}</blockquote>}
        </For>
      </Show>
      <div class="notice-acts">
        <Show when={props.notice.signIn}>
          <button type="button" class="button" onClick={() => props.onSignIn()}>
            {t.notice.signIn}
          </button>
        </Show>
        <Show when={props.notice.canResend && !props.notice.signIn}>
          <button type="button" class="button" onClick={() => props.onResend(props.notice.id)}>
            {t.notice.resend}
          </button>
        </Show>
        <Show when={props.notice.canOpen}>
          <button type="button" class="button" onClick={() => props.onOpen(props.notice.id)}>
            {t.notice.open}
          </button>
        </Show>
        <Show when={props.notice.kind === 'late'}>
          <a class="button" href={props.decidedPath}>
            {t.notice.toDecided}
          </a>
        </Show>
        <Show when={props.notice.typed.length > 0}>
          <CopyButton text={props.notice.typed.join('\n\n')} />
        </Show>
        <button type="button" class="button button-quiet" onClick={() => props.onDismiss(props.notice.id)}>
          {t.close}
        </button>
      </div>
    </div>
  )
}
