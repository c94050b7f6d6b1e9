import { createSignal, type JSX, Show } from 'solid-js'
import type { StandardText, StandardTextView } from '../../../../worker/contract/standard-texts'
import { asApiError } from '../../../api/api-error'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { StandardUses } from './standard-uses'

interface StandardRowProps {
  text: StandardText
  isEdited: boolean
  onLook: () => Promise<StandardTextView>
  onEdit: () => void
  onUse: (isActive: boolean) => Promise<void>
  /** The form, while it is edited. */
  children: JSX.Element
}

/** A standard text as it is worded now, how often it is used, and where. */
export function StandardRow(props: StandardRowProps) {
  const [uses, setUses] = createSignal<StandardTextView | null>(null)
  const [problem, setProblem] = createSignal('')
  const run = async (act: () => Promise<void>) => {
    setProblem('')
    try {
      await act()
    } catch (thrown) {
      setProblem(asApiError(thrown).message)
    }
  }
  const look = () => run(async () => void setUses(uses() ? null : await props.onLook()))
  return (
    <li class="block">
      <div class="block-head">
        <h2>{props.text.title}</h2>
        <span class="field-hint">{a.standard.version(props.text.version)}</span>
        <Show when={!props.text.isActive}>
          <span class="tag tag-private">{a.standard.inactive}</span>
        </Show>
      </div>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={props.isEdited} fallback={<p class="plain">{props.text.text}</p>}>
        {props.children}
      </Show>
      <p class="block-text">
        {a.standard.used(formatCount(props.text.responses), formatCount(props.text.dispositions))}
      </p>
      <p class="form-acts">
        <button
          type="button"
          class="button"
          aria-expanded={uses() !== null}
          aria-label={`${uses() ? a.standard.hideUses : a.standard.showUses} ${props.text.title}`}
          onClick={() => void look()}
        >
          {uses() ? a.standard.hideUses : a.standard.showUses}
        </button>
        <Show when={!props.isEdited}>
          <button
            type="button"
            class="button"
            aria-label={`${a.standard.reword} ${props.text.title}`}
            onClick={() => props.onEdit()}
          >
            {a.standard.reword}
          </button>
        </Show>
        <button
          type="button"
          class="button button-quiet"
          aria-label={`${props.text.isActive ? a.standard.retire : a.standard.restore} ${props.text.title}`}
          onClick={() => void run(() => props.onUse(!props.text.isActive))}
        >
          {props.text.isActive ? a.standard.retire : a.standard.restore}
        </button>
      </p>
      <Show when={uses()}>{(view) => <StandardUses text={view()} />}</Show>
    </li>
  )
}
