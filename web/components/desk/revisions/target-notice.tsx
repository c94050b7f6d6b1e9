import type { ChangedTarget } from '../../../../worker/contract/revisions'
import { formatPlace } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'

/** What the draft does to a target: another figure, or none any more. */
export function TargetNotice(props: { target: ChangedTarget; withPlace?: boolean }) {
  const sentence = () => {
    const { indicator, quote, becomes } = props.target
    return becomes === null ? w.targetLost(indicator, quote) : w.targetBecomes(indicator, quote, becomes)
  }
  return (
    <li>
      {props.withPlace ? `${formatPlace(props.target.clauseKey)} ` : ''}
      {sentence()}
    </li>
  )
}
