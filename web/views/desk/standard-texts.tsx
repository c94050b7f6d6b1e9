import { createEffect, createSignal, For, Show } from 'solid-js'
import type { StandardText } from '../../../worker/contract/standard-texts'
import {
  addStandardText,
  getStandardText,
  getStandardTexts,
  rewordStandardText,
  useStandardText,
} from '../../api/standard-texts'
import { StandardForm } from '../../components/desk/answers/standard-form'
import { StandardRow } from '../../components/desk/answers/standard-row'
import { Loaded } from '../../components/desk/loaded'
import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { t } from '../../locales/desk'
import { a } from '../../locales/desk/answers'
import { createKept } from './create-kept'
import { createLoad } from './create-load'
import { isConfirm } from './moderation/shortcuts'
import { useSession } from './session'

/** `/desk/answers/standard-texts`: what is said often, and where it was said. */
export function StandardTexts() {
  const session = useSession()
  const texts = createLoad(getStandardTexts)
  const [isAdding, setAdding] = createSignal(false)
  const [edited, setEdited] = createSignal<number | null>(null)
  const [said, setSaid] = createSignal('')
  const added = createKept(() => 'standard:new', { title: '', text: '' })

  document.title = `${a.standard.heading} · ${t.product}`
  createEffect(() => {
    if (texts.error()?.code === 'unauthenticated') void session.load()
  })
  const saved = async () => {
    setSaid(a.standard.saved)
    await texts.load()
  }

  return (
    <div class="sheet-page">
      <header class="page-head">
        <h1>{a.standard.heading}</h1>
        <p class="form-acts">
          <a class="button" href={within('/desk/answers')}>
            {a.standard.back}
          </a>
          <button type="button" class="button button-main" onClick={() => setAdding(true)}>
            {a.standard.add}
          </button>
        </p>
        <p class="page-intro">{a.standard.intro}</p>
      </header>
      <p class="page-said" role="status">
        {said()}
      </p>
      <Show when={isAdding()}>
        <section class="block" aria-labelledby="standard-add">
          <h2 id="standard-add">{a.standard.add}</h2>
          <StandardForm
            id="standard-new"
            first={added.fields}
            isConfirm={isConfirm}
            onType={added.type}
            onCancel={() => setAdding(false)}
            onSave={async (wording) => {
              await addStandardText(wording)
              added.clear()
              setAdding(false)
              await saved()
            }}
          />
        </section>
      </Show>
      <Loaded data={texts.data()} error={texts.error()} retry={texts.load}>
        {(items) => (
          <Show
            when={items().length > 0 || isAdding()}
            fallback={<StatePanel kind="empty" heading={a.standard.none} text={a.standard.noneText} />}
          >
            <ul class="standard-list">
              <For each={items()}>
                {(text) => (
                  <StandardRow
                    text={text}
                    isEdited={edited() === text.id}
                    onLook={() => getStandardText(text.id)}
                    onEdit={() => setEdited(text.id)}
                    onUse={async (isActive) => {
                      await useStandardText(text.id, isActive)
                      await saved()
                    }}
                  >
                    <Rewording
                      text={text}
                      onDone={async () => {
                        setEdited(null)
                        await saved()
                      }}
                      onCancel={() => setEdited(null)}
                    />
                  </StandardRow>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </div>
  )
}

function Rewording(props: { text: StandardText; onDone: () => Promise<void>; onCancel: () => void }) {
  const { id, version, title, text } = props.text
  const kept = createKept(() => `standard:${id}:${version}`, { title, text })
  return (
    <StandardForm
      id={`standard-${id}`}
      first={kept.fields}
      isConfirm={isConfirm}
      onType={kept.type}
      onCancel={() => props.onCancel()}
      onSave={async (wording) => {
        await rewordStandardText(id, { version, ...wording })
        kept.clear()
        await props.onDone()
      }}
    />
  )
}
