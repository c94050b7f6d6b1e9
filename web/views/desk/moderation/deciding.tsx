import { Show } from 'solid-js'
import type { QueueItemView, ReasonChoice } from '../../../../worker/contract/moderation'
import type { Decision } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { DecisionBar } from '../../../components/desk/moderation/decision-bar'
import { DecisionPanel } from '../../../components/desk/moderation/decision-panel'
import { isTyping } from './create-keyboard'
import { keepNote, noteFor } from './drafts'
import { actName } from './names'
import { isConfirm, reasonIndexFor, shortcutKeys } from './shortcuts'

interface DecidingProps {
  item: QueueItemView
  panel: Decision | null
  reasons: {
    data: () => ReasonChoice[] | undefined
    error: () => ApiError | null
    load: () => Promise<void>
  }
  keysShown: boolean
  onChoose: (decision: Decision) => void
  onConfirm: (reason: string, note: string) => void
  onCancel: () => void
}

/** The three decisions, and the panel of the one chosen. */
export function Deciding(props: DecidingProps) {
  const nameOf = (decision: Decision) => actName(props.item, decision)
  return (
    <>
      <DecisionBar
        chosen={props.panel}
        keysShown={props.keysShown}
        keyOf={(decision) => shortcutKeys[decision]}
        nameOf={nameOf}
        onChoose={props.onChoose}
      />
      <Show when={props.panel} keyed>
        {(decision) => (
          <DecisionPanel
            decision={decision}
            act={nameOf(decision)}
            reasons={props.reasons.data()?.filter((choice) => choice.decision === decision)}
            reasonsError={props.reasons.error()}
            note={noteFor(props.item.publicId)}
            keysShown={props.keysShown}
            reasonIndex={(event, count) =>
              reasonIndexFor(event, { enabled: props.keysShown, typing: isTyping(event) }, count)
            }
            isConfirm={isConfirm}
            onNote={(note) => keepNote(props.item.publicId, note)}
            onRetryReasons={() => void props.reasons.load()}
            onConfirm={props.onConfirm}
            onCancel={props.onCancel}
          />
        )}
      </Show>
    </>
  )
}
