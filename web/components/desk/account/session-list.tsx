import { For, Show } from 'solid-js'
import type { SessionEntry } from '../../../../worker/contract/people'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'

interface SessionListProps {
  sessions: readonly SessionEntry[]
  busy: boolean
  onEnd: (id: string) => void
}

function nameOf({ browser, system }: SessionEntry): string {
  const words = t.ownAccount
  return words.sessions.device(
    system ? words.systems[system] : words.sessions.unknownSystem,
    browser ? words.browsers[browser] : words.sessions.unknownBrowser,
  )
}

/** Where one is signed in; this device first, then the last used. */
export function SessionList(props: SessionListProps) {
  const inOrder = () => [...props.sessions].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
  return (
    <ul class="session-list">
      <For each={inOrder()}>
        {(session) => (
          <li>
            <div>
              <p class="session-device">
                {nameOf(session)}
                <Show when={session.isCurrent}>
                  <span class="badge badge-here">{t.ownAccount.sessions.current}</span>
                </Show>
              </p>
              <p class="session-times">
                {t.ownAccount.sessions.times(formatMoment(session.signedInAt), formatMoment(session.usedAt))}
              </p>
            </div>
            <Show when={!session.isCurrent}>
              <button
                type="button"
                class="button"
                aria-label={t.ownAccount.sessions.endNamed(nameOf(session))}
                aria-disabled={props.busy}
                onClick={() => !props.busy && props.onEnd(session.id)}
              >
                {t.ownAccount.sessions.end}
              </button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
