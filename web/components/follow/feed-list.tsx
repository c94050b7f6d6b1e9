import { For } from 'solid-js'
import { type FeedName, feedPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** The feeds of this consultation, and of a measure where one is chosen. */
export function FeedList(props: { measure: string | null }) {
  const frame = useFrame()
  const words = frame.words.follow
  const feeds = (): FeedName[] => [
    ...(props.measure ? [`measures/${props.measure}` as const] : []),
    'answers',
    'results',
    'revisions',
  ]
  return (
    <section class="follow-part" aria-labelledby="feeds-heading">
      <h2 id="feeds-heading">{words.feeds}</h2>
      <p class="hint">{words.feedsHint}</p>
      <ul class="follow-feeds">
        <For each={feeds()}>
          {(name) => (
            <li>
              <a href={feedPath(name, frame.language)}>{words.feedTitle(name)}</a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
