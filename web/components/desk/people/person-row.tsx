import { type JSX, Show } from 'solid-js'
import type { PersonView } from '../../../../worker/contract/people'
import { t, words } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

interface PersonRowProps {
  person: PersonView
  now: number
  open: boolean
  onToggle: () => void
  children: JSX.Element
}

/** Somebody with an account: who they are, whether they can get in and how; opened, what can be done about it. */
export function PersonRow(props: PersonRowProps) {
  const person = () => props.person
  return (
    <li class="person" classList={{ 'person-open': props.open, 'person-out': person().disabledAt !== null }}>
      <div class="person-row">
        <p class="person-who">
          <b>{person().name}</b>
          <Show when={person().isSelf}>
            <span class="badge badge-here">{t.people.you}</span>
          </Show>
          <span class="person-email">{person().email}</span>
        </p>
        <p class="person-role">{words.roles[person().role]}</p>
        <div class="person-facts">
          <Standing person={person()} now={props.now} />
        </div>
        <div class="person-manage">
          <button
            type="button"
            class="button"
            aria-expanded={props.open}
            aria-label={t.people.manageName(person().name)}
            onClick={() => props.onToggle()}
          >
            {t.people.manage}
          </button>
        </div>
      </div>
      <Show when={props.open}>{props.children}</Show>
    </li>
  )
}

function Standing(props: { person: PersonView; now: number }) {
  const signedIn = () =>
    props.person.signedInAt
      ? t.people.signedIn(formatMoment(props.person.signedInAt))
      : t.people.neverSignedIn
  const isLate = () => props.person.resetUntil !== null && Date.parse(props.person.resetUntil) <= props.now
  return (
    <>
      <Show
        when={props.person.disabledAt}
        fallback={
          <Show
            when={props.person.hasPassword}
            fallback={
              <span class="badge badge-lacking">
                {isLate() ? t.people.linkExpired : t.people.awaitsPassword}
              </span>
            }
          >
            <span
              class="badge"
              classList={{
                'badge-good': props.person.hasSecondFactor,
                'badge-plain': !props.person.hasSecondFactor,
              }}
            >
              {props.person.hasSecondFactor ? t.people.withSecondFactor : t.people.withoutSecondFactor}
            </span>
          </Show>
        }
      >
        {(since) => <span class="badge badge-out">{t.people.disabledSince(formatMoment(since()))}</span>}
      </Show>
      <span class="person-seen">{signedIn()}</span>
      <Show when={props.person.failedSignIns > 0}>
        <span class="person-failed">{t.people.failed(formatCount(props.person.failedSignIns))}</span>
      </Show>
    </>
  )
}
