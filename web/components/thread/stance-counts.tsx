import { For } from 'solid-js'
import type { PublishedCounts } from '../../../worker/contract/plan'
import { stances } from '../../../worker/contract/words'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { ShareBar } from '../ui/bar'
import { StanceIcon } from '../ui/icons'

export function StanceCounts(props: Pick<PublishedCounts, 'byStance'>) {
  const frame = useFrame()
  return (
    <section class="stance-counts" aria-label={frame.words.thread.stances}>
      <ShareBar
        shares={stances.map((stance) => ({
          value: props.byStance[stance],
          class: `share-${stance}`,
        }))}
      />
      <dl>
        <For each={stances}>
          {(stance) => (
            <div>
              <dt>
                <StanceIcon stance={stance} />
                {frame.domain.stances[stance]}
              </dt>
              <dd>{groupDigits(props.byStance[stance])}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="not-vote">{frame.words.thread.notVote}</p>
    </section>
  )
}
