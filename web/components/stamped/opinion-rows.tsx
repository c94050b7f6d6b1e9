import { For, Show } from 'solid-js'
import { domainWords } from '../../../worker/contract/locales'
import type { TargetOpinionView } from '../../../worker/contract/opinions'
import type { WordingView } from '../../../worker/contract/wordings'
import type { Stance } from '../../../worker/contract/words'
import { formatFigure } from '../../lib/format-figure'
import { sheetWords } from '../../locales/stamped-sheet'
import { ChangedText } from '../measure/changed-text'
import { Row } from './sheet'

interface OpinionProps {
  stance: Stance
  targets: readonly TargetOpinionView[]
  body: string
  wording: WordingView | null
}

const saidOf = ({ indicator, quote, opinion, value, unit }: TargetOpinionView): string =>
  sheetWords.target(
    indicator,
    quote,
    domainWords.zh.targetOpinions[opinion],
    value === null ? null : `${formatFigure(value)} ${unit}`,
  )

/** What is said: the stance, the targets, the text and the wording that is suggested. */
export function OpinionRows(props: OpinionProps) {
  return (
    <>
      <Row label={sheetWords.stance}>{domainWords.zh.stances[props.stance]}</Row>
      <Row label={sheetWords.targets}>
        <Show when={props.targets.length > 0} fallback={sheetWords.none}>
          <For each={props.targets}>
            {(target) => (
              <span class="form-target">
                {saidOf(target)}
                <Show when={target.evidence}>
                  <span class="form-evidence">
                    {sheetWords.evidence}
                    {target.evidence}
                  </span>
                </Show>
              </span>
            )}
          </For>
        </Show>
      </Row>
      <Row label={sheetWords.body}>
        <span class="form-text">{props.body}</span>
      </Row>
      <Show when={props.wording}>
        {(wording) => (
          <Row label={sheetWords.wording}>
            <span class="form-text">
              <ChangedText text={wording().text} before={wording().base} />
            </span>
          </Row>
        )}
      </Show>
    </>
  )
}
