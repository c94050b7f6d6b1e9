import { createMemo, createSignal, For, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { countCharacters } from '../../../../worker/contract/text'
import type { ColleagueView } from '../../../../worker/contract/units'
import { findMention, keptMentions, putMention, type TypedMention } from '../../../lib/find-mention'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { createKept } from '../../../views/desk/create-kept'
import { KeyHint } from '../key-hint'

export interface WrittenNote {
  text: string
  isOnMeasure: boolean
  mentions: ColleagueView[]
}

interface NoteFormProps {
  /** Of the comment: under it what is typed is kept on the device. */
  publicId: string
  colleagues: readonly ColleagueView[]
  noteKey: string
  keysShown: boolean
  isSending: boolean
  problem: string | null
  isConfirm: (event: KeyboardEvent) => boolean
  /** Answers whether it was kept: then the form is empty again. */
  onSend: (note: WrittenNote) => Promise<boolean>
}

const offered = 8

/** A word for colleagues. An @ opens the list of them; whoever is picked is told. */
export function NoteForm(props: NoteFormProps) {
  let area!: HTMLTextAreaElement
  const { publicId } = props
  const kept = createKept(() => `note:${publicId}`, {
    text: '',
    isOnMeasure: false,
    picked: [] as ColleagueView[],
  })
  const [typed, setTyped] = createSignal<TypedMention | null>(null)
  const [at, setAt] = createSignal(0)
  const [fault, setFault] = createSignal<string | null>(null)

  const left = () => limits.staffNote - countCharacters(kept.fields.text.trim())
  const found = createMemo(() => {
    const mention = typed()
    if (!mention) return []
    return props.colleagues
      .filter(({ name, isMe }) => !isMe && name.includes(mention.letters))
      .slice(0, offered)
  })
  const isOpen = () => typed() !== null && (found().length > 0 || typed()?.letters === '')
  const look = () => {
    setTyped(findMention(area.value, area.selectionEnd))
    setAt(0)
  }
  const write = (value: string, caret: number) => {
    kept.type({ text: value })
    area.value = value
    area.focus()
    area.setSelectionRange(caret, caret)
  }
  const pick = (person: ColleagueView) => {
    const mention = typed()
    if (!mention) return
    const put = putMention(area.value, area.selectionEnd, mention, person.name)
    kept.type({ picked: [...kept.fields.picked.filter(({ id }) => id !== person.id), person] })
    setTyped(null)
    write(put.text, put.caret)
  }
  const begin = () => {
    const caret = area.selectionEnd
    const gap = caret > 0 && !/\s$/u.test(area.value.slice(0, caret)) ? ' ' : ''
    write(`${area.value.slice(0, caret)}${gap}@${area.value.slice(caret)}`, caret + gap.length + 1)
    look()
  }
  const send = async () => {
    if (props.isSending) return
    if (!kept.fields.text.trim()) {
      setFault(w.notes.empty)
      return area.focus()
    }
    if (left() < 0) return area.focus()
    setFault(null)
    const { text, isOnMeasure, picked } = kept.fields
    const isSent = await props.onSend({ text, isOnMeasure, mentions: keptMentions(text, picked) })
    if (!isSent) return area.focus()
    kept.clear()
    area.value = ''
  }
  const press = (event: KeyboardEvent) => {
    if (props.isConfirm(event)) {
      event.preventDefault()
      return void send()
    }
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return typed() ? setTyped(null) : area.blur()
    }
    if (!isOpen() || found().length === 0) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const person = found()[at()]
    if (by) setAt((at() + by + found().length) % found().length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) pick(person)
    else return
    event.preventDefault()
  }

  return (
    <form
      class="note-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label for="note-text">
        {w.notes.label}
        <KeyHint keys={props.noteKey} shown={props.keysShown} />
      </label>
      <Show when={fault() ?? props.problem}>
        {(sentence) => (
          <p class="field-error" role="alert" id="note-error">
            {sentence()}
          </p>
        )}
      </Show>
      <div class="note-field">
        <textarea
          id="note-text"
          ref={area}
          rows="3"
          value={kept.fields.text}
          placeholder={w.notes.placeholder}
          aria-describedby="note-hint note-left"
          aria-autocomplete="list"
          aria-controls={isOpen() ? 'note-people' : undefined}
          aria-activedescendant={isOpen() && found().length > 0 ? `note-person-${at()}` : undefined}
          aria-invalid={fault() || left() < 0 ? 'true' : undefined}
          onInput={(event) => {
            kept.type({ text: event.currentTarget.value })
            look()
          }}
          onClick={look}
          onBlur={() => setTyped(null)}
          onKeyDown={press}
        />
        <Show when={isOpen() && found().length > 0}>
          <div class="note-people" id="note-people" role="listbox" aria-label={w.notes.mentionList}>
            <For each={found()}>
              {(person, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act in the field, which keeps the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field points here.
                <div
                  id={`note-person-${index()}`}
                  role="option"
                  aria-selected={index() === at()}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(person)}
                >
                  {person.name}
                </div>
              )}
            </For>
          </div>
        </Show>
      </div>
      <p class="visually-hidden" role="status">
        {typed() && typed()?.letters !== '' && found().length === 0 ? w.notes.notFound : ''}
        {isOpen() && found().length > 0 ? w.notes.found(formatCount(found().length)) : ''}
      </p>
      <p class="panel-hints">
        <span id="note-hint">{w.notes.hint}</span>
        <span id="note-left" classList={{ 'panel-over': left() < 0 }}>
          {left() < 0 ? w.notes.over(formatCount(-left())) : w.notes.left(formatCount(left()))}
        </span>
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={kept.fields.isOnMeasure}
          aria-describedby="note-measure-hint"
          onChange={(event) => kept.type({ isOnMeasure: event.currentTarget.checked })}
        />
        {w.notes.onMeasure}
      </label>
      <p class="field-hint" id="note-measure-hint">
        {w.notes.onMeasureHint}
      </p>
      <p class="case-acts">
        <button type="submit" class="button button-blue" aria-disabled={props.isSending}>
          {props.isSending ? w.notes.sending : w.notes.send}
        </button>
        <button type="button" class="button" onClick={begin}>
          {`@ ${w.notes.mention}`}
        </button>
      </p>
    </form>
  )
}
