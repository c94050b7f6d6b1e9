import type { DecidedItem } from '../../../../worker/contract/moderation/decided'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import type { Decision } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { DecisionPanel } from '../../../components/desk/moderation/decision-panel'
import { t } from '../../../locales/desk'
import { type Choice, choiceWith, needsReason } from '../moderation/choices'
import { isTyping } from '../moderation/create-keyboard'
import { draftOf, keepDraft } from '../moderation/drafts'
import { isConfirm, reasonIndexFor } from '../moderation/shortcuts'

interface ReversingProps {
  item: DecidedItem
  decision: Decision
  reasons: {
    data: () => ReasonChoice[] | undefined
    error: () => ApiError | null
    load: () => Promise<void>
  }
  keysShown: boolean
  onConfirm: (choice: Choice) => void
  onCancel: () => void
}

/** The panel of a decision on what was decided already. */
export function Reversing(props: ReversingProps) {
  const draft = () => draftOf(props.item)
  return (
    <DecisionPanel
      decision={props.decision}
      act={t.decision.acts[props.decision]}
      reasons={props.reasons.data()?.filter(({ decision }) => decision === props.decision)}
      reasonsError={props.reasons.error()}
      reason={draft().reasons[props.decision] ?? ''}
      hasUsualReason={!needsReason(props.decision)}
      isNoteRequired={false}
      note={draft().note}
      internalNote={draft().internalNote}
      keysShown={props.keysShown}
      reasonIndex={(event, count) =>
        reasonIndexFor(event, { enabled: props.keysShown, typing: isTyping(event) }, count)
      }
      isConfirm={isConfirm}
      onReason={(id) => keepDraft(props.item, { reasons: { ...draft().reasons, [props.decision]: id } })}
      onNote={(note) => keepDraft(props.item, { note })}
      onInternalNote={(internalNote) => keepDraft(props.item, { internalNote })}
      onRetryReasons={() => void props.reasons.load()}
      onConfirm={(reason, note) => props.onConfirm(choiceWith(props.item, props.decision, { reason, note }))}
      onCancel={props.onCancel}
    />
  )
}
