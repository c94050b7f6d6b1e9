import { StagedBar } from '../../../components/desk/moderation/staged-bar'
import type { Decisions } from './create-decisions'
import { shortcutKeys } from './shortcuts'

export function StagedList(props: { decisions: Decisions; keysShown: boolean }) {
  return (
    <StagedBar
      staged={props.decisions.staged()}
      undoKey={shortcutKeys.undo}
      keysShown={props.keysShown}
      onUndo={props.decisions.undo}
    />
  )
}
