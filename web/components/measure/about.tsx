import { Show } from 'solid-js'
import { measurePath } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'

/** What a comment is about: the measure's place and title, and the sentence quoted. */
export function About(props: {
  measure: { key: string; title: string }
  clause: { key: string; text: string } | null
}) {
  const frame = useFrame()
  const places = usePlaces()
  return (
    <div class="about">
      <p class="about-measure">
        <a href={measurePath(props.measure.key, { clause: props.clause?.key })} lang="zh-CN">
          {places.place(props.measure.key)}
          {props.measure.title}
        </a>
        <Show when={props.clause} fallback={<span>{frame.words.wholeMeasure}</span>}>
          {(clause) => <span>{frame.words.clause(partsOfKey(clause().key).clause ?? 0)}</span>}
        </Show>
      </p>
      <Show when={props.clause}>
        {(clause) => (
          <blockquote class="quoted-clause" lang="zh-CN">
            {clause().text}
          </blockquote>
        )}
      </Show>
    </div>
  )
}
