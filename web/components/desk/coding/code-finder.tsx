import { createMemo, createSignal, For, Show } from 'solid-js'
import type { CodeView } from '../../../../worker/contract/codebook'
import { findCommands } from '../../../lib/find-commands'
import { t } from '../../../locales/desk'

interface CodeFinderProps {
  id: string
  codes: readonly CodeView[]
  onChoose: (code: CodeView) => void
  onLeave?: () => void
}

const shown = 8

/** A field that finds a code by what is typed; Enter chooses the one that is lit. */
export function CodeFinder(props: CodeFinderProps) {
  const [typed, setTyped] = createSignal('')
  const [lit, setLit] = createSignal(0)
  const [open, setOpen] = createSignal(false)
  const found = createMemo(() =>
    findCommands(
      typed(),
      props.codes.map((code) => ({ name: code.name, also: code.key, group: code.theme, code })),
    ).slice(0, shown),
  )
  const listId = () => `${props.id}-list`
  const optionId = (index: number) => `${props.id}-option-${index}`
  const choose = (index: number) => {
    const chosen = found()[index]
    if (!chosen) return
    setTyped('')
    setLit(0)
    setOpen(false)
    props.onChoose(chosen.code)
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const last = found().length - 1
    if (event.key === 'ArrowDown') setLit(open() ? Math.min(lit() + 1, last) : 0)
    else if (event.key === 'ArrowUp') setLit(Math.max(lit() - 1, 0))
    else if (event.key === 'Enter') choose(lit())
    else if (event.key === 'Escape') {
      setTyped('')
      setOpen(false)
      props.onLeave?.()
      return event.stopPropagation()
    } else return
    if (event.key.startsWith('Arrow')) setOpen(true)
    event.preventDefault()
  }
  return (
    <div class="finder">
      <label class="finder-label" for={props.id}>
        {t.coding.find}
      </label>
      <input
        id={props.id}
        class="finder-input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={open()}
        aria-controls={listId()}
        aria-activedescendant={open() && found().length > 0 ? optionId(lit()) : undefined}
        placeholder={t.coding.findHint}
        value={typed()}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setLit(0)
          setOpen(true)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <div class="finder-list" id={listId()} role="listbox" aria-label={t.sorting.codes} hidden={!open()}>
        <For each={found()}>
          {({ code }, index) => (
            <div
              id={optionId(index())}
              role="option"
              tabIndex={-1}
              aria-selected={lit() === index()}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(index())
              }}
            >
              <b>{code.name}</b>
              <span class="finder-key">{code.key}</span>
              <span class="finder-theme">{code.theme}</span>
            </div>
          )}
        </For>
        <Show when={found().length === 0}>
          <div class="finder-none" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
            {t.coding.findNone}
          </div>
        </Show>
      </div>
    </div>
  )
}
