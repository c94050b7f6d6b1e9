import { createSignal, For, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { DraftView, PublishRevision } from '../../../../worker/contract/revisions'
import { w } from '../../../locales/desk/revisions'
import { TargetNotice } from './target-notice'

interface PublishFormProps {
  draft: DraftView
  /** What is about to be published, in figures. */
  question: string
  busy: boolean
  onPublish: (input: PublishRevision) => Promise<void>
  onCancel: () => void
}

/** What a head is asked before a revision is public: the note to its readers, and the targets that go with it. */
export function PublishForm(props: PublishFormProps) {
  const [note, setNote] = createSignal(props.draft.note)
  const [isKnown, setKnown] = createSignal(false)
  const [wrong, setWrong] = createSignal<'note' | 'lost' | null>(null)
  let noteField: HTMLTextAreaElement | undefined
  let knownBox: HTMLInputElement | undefined
  const lost = () => props.draft.targets.filter(({ becomes }) => becomes === null)
  const moved = () => props.draft.targets.filter(({ becomes }) => becomes !== null)

  const publish = (event: Event) => {
    event.preventDefault()
    if (props.busy) return
    if (note().trim() === '') {
      setWrong('note')
      return noteField?.focus()
    }
    if (lost().length > 0 && !isKnown()) {
      setWrong('lost')
      return knownBox?.focus()
    }
    setWrong(null)
    const { number, seen } = props.draft
    void props.onPublish({ number, seen, note: note(), losesTargets: isKnown() })
  }

  return (
    <form class="rev-ask" aria-label={w.publish(props.draft.number)} novalidate onSubmit={publish}>
      <p tabindex="-1" ref={(element) => queueMicrotask(() => element.focus())}>
        <b>{props.question}</b> {w.publishHint}
      </p>
      <Show when={lost().length > 0}>
        <section class="rev-lost" aria-labelledby="rev-lost-heading">
          <h2 id="rev-lost-heading">{w.lostHeading(lost().length)}</h2>
          <ul>
            <For each={lost()}>{(target) => <TargetNotice target={target} withPlace />}</For>
          </ul>
          <p class="field-hint">{w.lostHint}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={isKnown()}
              ref={knownBox}
              aria-invalid={wrong() === 'lost' ? 'true' : undefined}
              onChange={(event) => setKnown(event.currentTarget.checked)}
            />
            {w.lostConfirm}
          </label>
        </section>
      </Show>
      <Show when={moved().length > 0}>
        <section class="rev-lost" aria-labelledby="rev-moved-heading">
          <h2 id="rev-moved-heading">{w.becomeHeading(moved().length)}</h2>
          <ul>
            <For each={moved()}>{(target) => <TargetNotice target={target} withPlace />}</For>
          </ul>
        </section>
      </Show>
      <div class="field" classList={{ 'field-wrong': wrong() === 'note' }}>
        <label for="rev-note">{w.note}</label>
        <p class="field-hint" id="rev-note-hint">
          {w.noteHint}
        </p>
        <textarea
          class="input"
          id="rev-note"
          rows="3"
          maxlength={limits.note}
          ref={noteField}
          value={note()}
          aria-describedby="rev-note-hint"
          aria-invalid={wrong() === 'note' ? 'true' : undefined}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <Show when={wrong()}>
        {(which) => (
          <p class="field-error" role="alert">
            {which() === 'note' ? w.noteMissing : w.lostUnconfirmed}
          </p>
        )}
      </Show>
      <p class="form-acts">
        <button type="submit" class="button button-main" aria-disabled={props.busy}>
          {props.busy ? w.publishing : w.publishConfirm}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {w.cancel}
        </button>
      </p>
    </form>
  )
}
