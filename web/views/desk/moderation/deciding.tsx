import { Match, Switch } from 'solid-js'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Decision } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { type ActButton, DecisionBar } from '../../../components/desk/moderation/decision-bar'
import { DecisionPanel } from '../../../components/desk/moderation/decision-panel'
import { PassPanel } from '../../../components/desk/moderation/pass-panel'
import { t } from '../../../locales/desk'
import { type Choice, choiceAtOnce, choiceWith, decisionFor, needsNote, needsReason } from './choices'
import { isTyping } from './create-keyboard'
import { draftOf, keepDraft } from './drafts'
import { actName } from './names'
import { isConfirm, reasonIndexFor, shortcutKeys } from './shortcuts'
import { sortColleagues } from './sort-colleagues'

type Panel = Decision | 'pass'

interface Loaded<Data> {
  data: () => Data[] | undefined
  error: () => ApiError | null
  load: () => Promise<void>
}

interface DecidingProps {
  item: QueueItemView
  panel: Panel | null
  reasons: Loaded<ReasonChoice>
  colleagues: Loaded<Colleague>
  keysShown: boolean
  onChoose: (panel: Panel) => void
  onConfirm: (choice: Choice) => void
  onPass: (to: Colleague, note: string) => void
  onCancel: () => void
}

/** The acts that the item allows, and the panel of the one chosen. */
export function Deciding(props: DecidingProps) {
  const acts = (): ActButton[] => {
    const found = (['publish', 'return', 'reject'] as const).flatMap((act) => {
      const decision = decisionFor(props.item, act)
      const name = decision && actName(props.item, decision)
      const tone = act === 'publish' ? 'main' : 'plain'
      return decision && name ? [{ panel: decision, name, keys: shortcutKeys[act], tone } as const] : []
    })
    return [...found, { panel: 'pass', name: t.pass.act, keys: shortcutKeys.pass, tone: 'plain' }]
  }
  const decision = () => (props.panel === 'pass' ? null : props.panel)
  const draft = () => draftOf(props.item)
  const choose = (panel: string) => {
    const act = panel as Panel
    const choice = act === 'pass' ? null : choiceAtOnce(props.item, act)
    if (choice) props.onConfirm(choice)
    else props.onChoose(act)
  }
  const indexFor = (event: KeyboardEvent, count: number) =>
    reasonIndexFor(event, { enabled: props.keysShown, typing: isTyping(event) }, count)

  return (
    <>
      <DecisionBar acts={acts()} chosen={props.panel} keysShown={props.keysShown} onChoose={choose} />
      <Switch>
        <Match when={props.panel === 'pass'}>
          <PassPanel
            colleagues={props.colleagues.data() && sortColleagues(props.colleagues.data() ?? [])}
            error={props.colleagues.error()}
            keysShown={props.keysShown}
            indexOf={indexFor}
            isConfirm={isConfirm}
            note={draft().passNote}
            onNote={(passNote) => keepDraft(props.item, { passNote })}
            onRetry={() => void props.colleagues.load()}
            onPass={props.onPass}
            onCancel={props.onCancel}
          />
        </Match>
        <Match when={decision()} keyed>
          {(chosen) => (
            <DecisionPanel
              decision={chosen}
              act={actName(props.item, chosen)}
              reasons={props.reasons.data()?.filter((choice) => choice.decision === chosen)}
              reasonsError={props.reasons.error()}
              reason={draft().reasons[chosen] ?? ''}
              hasUsualReason={!needsReason(chosen)}
              isNoteRequired={needsNote(props.item)}
              note={draft().note}
              internalNote={draft().internalNote}
              keysShown={props.keysShown}
              reasonIndex={indexFor}
              isConfirm={isConfirm}
              onReason={(id) => keepDraft(props.item, { reasons: { ...draft().reasons, [chosen]: id } })}
              onNote={(note) => keepDraft(props.item, { note })}
              onInternalNote={(internalNote) => keepDraft(props.item, { internalNote })}
              onRetryReasons={() => void props.reasons.load()}
              onConfirm={(reason, note) => props.onConfirm(choiceWith(props.item, chosen, { reason, note }))}
              onCancel={props.onCancel}
            />
          )}
        </Match>
      </Switch>
    </>
  )
}
