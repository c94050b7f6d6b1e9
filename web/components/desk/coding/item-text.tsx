import { For, Show } from 'solid-js'
import type { CodingItem } from '../../../../worker/contract/coding'
import { layerText } from '../../../lib/text-layers'
import { t, words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { BesideBody } from './beside-body'

interface ItemTextProps {
  item: CodingItem
  place: number
  ref: (element: HTMLElement) => void
}

/** A comment as it stands, with its tagged passages marked; nothing but its text is in the element that `ref` gets. */
export function ItemText(props: ItemTextProps) {
  const passages = () =>
    props.item.tags.flatMap(({ start, end, isStale }) =>
      start === null || end === null || isStale ? [] : [{ start, end }],
    )
  const facts = () => {
    const { author, stance, submittedAt } = props.item
    return [
      words.kinds[author.kind],
      author.name ?? words.anonymous,
      words.stances[stance],
      formatMoment(submittedAt),
    ]
  }
  return (
    <>
      <header class="sorting-head">
        <span class="sorting-place">{t.sorting.place(String(props.place))}</span>
        <span class="sorting-id">{props.item.publicId}</span>
        <For each={facts()}>{(fact) => <span class="tag">{fact}</span>}</For>
      </header>
      <p class="sorting-measure">
        <b>{props.item.measure.key}</b> {props.item.measure.shortTitle || props.item.measure.title}
      </p>
      <Show when={props.item.clause}>
        {(clause) => (
          <blockquote class="sorting-clause" lang="zh-CN">
            <b>{t.sorting.clause(clause().key)}</b> {clause().text}
          </blockquote>
        )}
      </Show>
      <p class="sorting-body" ref={props.ref}>
        <For each={layerText(props.item.body, { tagged: passages() })}>
          {(run) => (run.on.tagged === null ? run.text : <mark>{run.text}</mark>)}
        </For>
      </p>
      <BesideBody wording={props.item.wording} annexSummary={props.item.annexSummary} />
    </>
  )
}
