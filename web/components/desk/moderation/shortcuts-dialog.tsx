import { createEffect, For } from 'solid-js'
import { t } from '../../../locales/desk'

interface ShortcutsDialogProps {
  open: boolean
  enabled: boolean
  groups: readonly {
    heading: string
    rows: readonly { keys: string; text: string; single: boolean }[]
  }[]
  onChoose: (enabled: boolean) => void
  onClose: () => void
}

export function ShortcutsDialog(props: ShortcutsDialogProps) {
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  })

  return (
    <dialog
      class="dialog dialog-wide"
      ref={dialog}
      aria-labelledby="shortcuts-heading"
      onClose={() => props.onClose()}
    >
      <h2 id="shortcuts-heading">{t.shortcuts.heading}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={props.enabled}
          aria-describedby="shortcuts-hint"
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
        {t.shortcuts.use}
      </label>
      <p class="dialog-hint" id="shortcuts-hint">
        {t.shortcuts.useHint}
      </p>
      <div class="key-groups">
        <For each={props.groups}>
          {(group) => (
            <section>
              <h3>{group.heading}</h3>
              <dl class="keys">
                <For each={group.rows}>
                  {(row) => (
                    <div classList={{ 'keys-off': row.single && !props.enabled }}>
                      <dt>
                        <kbd class="key">{row.keys}</kbd>
                      </dt>
                      <dd>{row.text}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <p class="dialog-hint">{t.shortcuts.whileTyping}</p>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t.close}
        </button>
      </div>
    </dialog>
  )
}
