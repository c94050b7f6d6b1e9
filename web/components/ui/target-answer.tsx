import { Show } from 'solid-js'
import type { TargetOpinionView } from '../../../worker/contract/opinions'
import { useFrame } from '../frame/frame-context'
import { OwnFigure } from './said-figure'

/** The opinion of a target, with the figure that is named instead and what it rests on. */
export function TargetAnswer(props: Pick<TargetOpinionView, 'opinion' | 'value' | 'unit' | 'evidence'>) {
  const { words, domain, language } = useFrame()
  return (
    <>
      <b>{domain.targetOpinions[props.opinion]}</b>
      <Show when={props.value !== null}>
        {words.form.wouldSet}
        <OwnFigure value={props.value ?? 0} unit={props.unit} language={language} />
      </Show>
      <Show when={props.evidence}>
        <span class="target-evidence">
          {words.form.evidence}
          {words.colon}
          {props.evidence}
        </span>
      </Show>
    </>
  )
}
