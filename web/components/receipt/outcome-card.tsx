import type { Outcome } from '../../../worker/contract/results'
import { useFrame } from '../frame/frame-context'
import { DispositionChip } from '../results/disposition-chip'
import { OutcomeText } from '../results/outcome-text'

/** What became of the comment in the plan, in the department's words. */
export function OutcomeCard(props: { outcome: Outcome }) {
  const { results } = useFrame().words
  return (
    <section class="outcome" aria-labelledby="outcome-heading">
      <h2 id="outcome-heading">{results.outcome}</h2>
      <p>
        <DispositionChip disposition={props.outcome.disposition} />
      </p>
      <OutcomeText outcome={props.outcome} />
    </section>
  )
}
