import { For, Show } from 'solid-js'
import type { GroupMember } from '../../../../worker/contract/moderation/groups'
import type { Piece } from '../../../lib/mark-differences'
import { t, words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'
import { SignalChips } from './row-chips'

interface GroupMemberRowProps {
  member: GroupMember
  isFirst: boolean
  /** Where it differs from the first; undefined while that is being found out. */
  pieces: readonly Piece[] | undefined
  current: boolean
  isIn: boolean
  onFocus: (reviewId: number) => void
  onToggle: (reviewId: number | null) => void
}

/** One comment of a group, in full, with what it says otherwise than the first. */
export function GroupMemberRow(props: GroupMemberRowProps) {
  const name = () => props.member.author.name ?? words.anonymous
  const isSame = () => props.pieces?.every(({ kind }) => kind === 'same') === true
  return (
    <li
      class="member"
      classList={{
        'member-current': props.current,
        'member-out': props.member.reviewId === null || !props.isIn,
      }}
    >
      <Show when={props.member.reviewId} keyed>
        {(reviewId) => (
          <label class="row-tick">
            <input
              type="checkbox"
              aria-label={t.group.takeIn(name())}
              id={`member-${reviewId}`}
              data-row
              tabindex={props.current ? 0 : -1}
              checked={props.isIn}
              onFocus={() => props.onFocus(reviewId)}
              onChange={() => props.onToggle(reviewId)}
            />
          </label>
        )}
      </Show>
      <article class="member-text">
        <p class="row-head">
          <b class="row-name">{name()}</b>
          <KindBadge author={props.member.author} />
          <Show when={props.member.reviewId === null}>
            <span class="tag">{words.states[props.member.state]}</span>
          </Show>
          <SignalChips signals={props.member.signals} />
          <time class="row-wait" datetime={props.member.submittedAt}>
            {formatMoment(props.member.submittedAt)}
          </time>
        </p>
        <p class="member-body">
          <Show when={!props.isFirst && props.pieces} fallback={props.member.body}>
            {(pieces) => <For each={pieces()}>{(piece) => <PieceText piece={piece} />}</For>}
          </Show>
        </p>
        <p class="member-note">
          {props.isFirst
            ? t.group.first
            : isSame()
              ? t.group.same
              : t.group.similarity(String(Math.round(props.member.similarity * 100)))}
        </p>
      </article>
    </li>
  )
}

/**
 * Not by colour alone: what is more is underlined, what is missing struck through. The missing words are drawn by the style
 * sheet, so that what is found on the page and copied is what the author wrote.
 */
function PieceText(props: { piece: Piece }) {
  return (
    <Show when={props.piece.kind !== 'same'} fallback={props.piece.text}>
      <Show
        when={props.piece.kind === 'added'}
        fallback={<del class="piece-missing" data-missing={props.piece.text} />}
      >
        <ins class="piece-added">{props.piece.text}</ins>
      </Show>
    </Show>
  )
}
