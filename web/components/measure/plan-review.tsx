import { For, Show } from 'solid-js'
import type { PlanView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { chineseNumeral } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'

/** 一、…: the year before, folded by section, with the measures that take each further. */
export function PlanReview(props: { review: PlanView['review'] }) {
  const frame = useFrame()
  const { home } = frame.words
  const places = usePlaces()
  return (
    <section class="plan-review" aria-labelledby="review-heading">
      <header class="section-head">
        <h2 id="review-heading">{home.review(props.review.heading)}</h2>
        <p>{home.reviewNote}</p>
      </header>
      <Show when={props.review.preamble.length > 0}>
        <details class="preamble">
          <summary>{home.reviewPreamble}</summary>
          <For each={props.review.preamble}>{(paragraph) => <p lang="zh-CN">{paragraph}</p>}</For>
        </details>
      </Show>
      <For each={props.review.sections}>
        {(section) => (
          <details class="review-section">
            <summary>
              <span lang="zh-CN">
                <span class="review-numeral">（{chineseNumeral(section.number)}）</span>
                {section.title}
              </span>
            </summary>
            <p lang="zh-CN">{section.text}</p>
            <Show when={section.measures.length > 0}>
              <p class="review-measures">
                {home.reviewMeasures}
                <For each={section.measures}>
                  {(key) => (
                    <a href={measurePath(key)} lang="zh-CN">
                      {places.place(key)}
                    </a>
                  )}
                </For>
              </p>
            </Show>
          </details>
        )}
      </For>
    </section>
  )
}
