import { createEffect, createMemo, createSignal, createUniqueId, For, on, onMount, Show } from 'solid-js'
import { findCommands } from '../../../lib/find-commands'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

export interface Command {
  id: string
  name: string
  /** The same in the other language; it is searched too. */
  also?: string | undefined
  group: string
  keys?: string | undefined
  run: () => void
}

interface CommandPaletteProps {
  open: boolean
  commands: readonly Command[]
  onClose: () => void
}

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** Everything that can be done or gone to, by typing a part of its name. */
export function CommandPalette(props: CommandPaletteProps) {
  let dialog!: HTMLDialogElement
  let input!: HTMLInputElement
  let list!: HTMLDivElement
  const listId = createUniqueId()
  const [query, setQuery] = createSignal('')
  const [active, setActive] = createSignal(0)
  const found = createMemo(() => (props.open ? findCommands(query(), props.commands) : []))
  const optionId = (index: number) => `${listId}-${index}`

  createEffect(() => {
    if (props.open && !dialog.open) {
      setQuery('')
      setActive(0)
      dialog.showModal()
      input.focus()
    }
    if (!props.open && dialog.open) dialog.close()
  })
  createEffect(
    on(active, (index) => list.children[index]?.scrollIntoView({ block: 'nearest' }), { defer: true }),
  )

  const run = (command: Command | undefined) => {
    if (!command) return
    dialog.close()
    props.onClose()
    command.run()
  }
  const clicked = (event: Event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    if (option) run(found()[[...list.children].indexOf(option)])
  }
  onMount(() => list.addEventListener('click', clicked))
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const by = steps[event.key]
    if (by) setActive((index) => Math.min(Math.max(0, index + by), Math.max(0, found().length - 1)))
    else if (event.key === 'Enter') run(found()[active()])
    else return
    event.preventDefault()
  }

  return (
    <dialog
      class="dialog palette"
      ref={dialog}
      aria-label={t.palette.heading}
      onClose={() => props.onClose()}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={t.palette.label}
        placeholder={t.palette.label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found().length > 0 ? optionId(active()) : undefined}
        value={query()}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <p class="visually-hidden" role="status">
        {props.open ? t.palette.found(formatCount(found().length)) : ''}
      </p>
      <div class="palette-list" id={listId} role="listbox" aria-label={t.palette.heading} ref={list}>
        <For each={found()}>
          {(command, index) => (
            <div
              class="palette-option"
              id={optionId(index())}
              role="option"
              aria-selected={index() === active()}
              tabIndex={-1}
            >
              <span class="palette-name">{command.name}</span>
              <span class="palette-group">{command.group}</span>
              <KeyHint keys={command.keys ?? ''} shown={Boolean(command.keys)} />
            </div>
          )}
        </For>
      </div>
      <Show when={props.open && found().length === 0}>
        <p class="dialog-hint">{t.palette.none}</p>
      </Show>
    </dialog>
  )
}
