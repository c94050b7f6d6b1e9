import { onCleanup, onMount, Show } from 'solid-js'
import type { OpinionView } from '../../../../worker/contract/moderation/decisions'
import type { Decision } from '../../../../worker/contract/words'
import { language, t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface SecondLookProps {
  own: { decision: Decision; reason: string; note: string; internalNote: string }
  first: OpinionView
  nameOf: (decision: Decision) => string
  keysShown: boolean
  onKeepOwn: () => void
  onAdoptFirst: () => void
}

/** Two opinions that differ, beside one another; one of them becomes the decision. */
export function SecondLook(props: SecondLookProps) {
  let section!: HTMLElement
  const press = (event: KeyboardEvent) => {
    const isCovered = document.querySelector('dialog[open]') !== null
    const isModified = event.ctrlKey || event.metaKey || event.altKey || event.repeat
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (event.defaultPrevented || isCovered || isModified || isTyping || !props.keysShown) return
    const acts: Partial<Record<string, () => void>> = { 1: props.onKeepOwn, 2: props.onAdoptFirst }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  onMount(() => {
    section.focus()
    document.addEventListener('keydown', press)
  })
  onCleanup(() => document.removeEventListener('keydown', press))
  return (
    <section class="differ" ref={section} tabindex="-1" aria-labelledby="differ-heading">
      <h3 class="panel-heading" id="differ-heading">
        {t.secondLook.heading}
      </h3>
      <p>{t.secondLook.text}</p>
      <div class="differ-pair">
        <div class="differ-opinion">
          <h4>{t.secondLook.own}</h4>
          <Opinion {...props.own} act={props.nameOf(props.own.decision)} />
          <button type="button" class="act" onClick={() => props.onKeepOwn()}>
            {t.secondLook.keepOwn(props.nameOf(props.own.decision))}
            <KeyHint keys="1" shown={props.keysShown} />
          </button>
        </div>
        <div class="differ-opinion">
          <h4>
            {t.secondLook.first}{' '}
            <span class="differ-by">{t.secondLook.by(props.first.by, formatMoment(props.first.at))}</span>
          </h4>
          <Opinion
            act={props.nameOf(props.first.decision)}
            reason={props.first.reason[language]}
            note={props.first.note ?? ''}
            internalNote={props.first.internalNote ?? ''}
          />
          <button type="button" class="act" onClick={() => props.onAdoptFirst()}>
            {t.secondLook.adoptFirst(props.nameOf(props.first.decision))}
            <KeyHint keys="2" shown={props.keysShown} />
          </button>
        </div>
      </div>
    </section>
  )
}

function Opinion(props: { act: string; reason: string; note: string; internalNote: string }) {
  return (
    <>
      <p>
        <b>{props.act}</b>
      </p>
      <Show when={props.reason}>
        <p>{props.reason}</p>
      </Show>
      <Show when={props.note}>
        <p class="plain">{t.secondLook.noted(t.decision.note, props.note)}</p>
      </Show>
      <Show when={props.internalNote}>
        <p class="plain">{t.secondLook.noted(t.decision.internalNote, props.internalNote)}</p>
      </Show>
    </>
  )
}
