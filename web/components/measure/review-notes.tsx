import { For, Show } from 'solid-js'
import type { MeasureView } from '../../../worker/contract/plan'
import { chineseNumeral } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { Baseline } from './target-cards'

/** What the year before brought for this measure: figures in sight, the text folded. */
export function ReviewNotes(props: { measure: MeasureView }) {
  const measure = useFrame().words.measure
  return (
    <Show when={props.measure.review.length > 0 || props.measure.baselines.length > 0}>
      <section class="review-notes" aria-labelledby="review-heading">
        <h2 id="review-heading">{measure.review}</h2>
        <Show when={props.measure.baselines.length > 0}>
          <ul class="baselines" aria-label={measure.moreBaselines}>
            <For each={props.measure.baselines}>
              {(baseline) => (
                <li>
                  <Baseline baseline={baseline} withIndicator />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <For each={props.measure.review}>
          {(section) => (
            <details class="review-section">
              <summary>
                <span lang="zh-CN">
                  （{chineseNumeral(section.number)}）{section.title}
                </span>
              </summary>
              <p lang="zh-CN">{section.text}</p>
            </details>
          )}
        </For>
      </section>
    </Show>
  )
}
