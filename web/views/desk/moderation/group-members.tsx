import { createEffect, createSignal } from 'solid-js'
import type { GroupMember } from '../../../../worker/contract/moderation/groups'
import { GroupMemberRow } from '../../../components/desk/moderation/group-member'
import type { Piece } from '../../../lib/mark-differences'
import type { GroupStore } from './create-group'
import { findDifferences } from './find-differences'

interface OneMemberProps {
  member: GroupMember
  isFirst: boolean
  group: GroupStore
}

/** One comment of a group, with its differences from the first as soon as they are found. */
export function OneMember(props: OneMemberProps) {
  const first = () => props.group.members()[0]?.body ?? ''
  const [pieces, setPieces] = createSignal<readonly Piece[]>()
  createEffect(() => {
    if (props.isFirst) return
    const { body } = props.member
    void findDifferences(first(), body).then(setPieces, () => setPieces(undefined))
  })
  return (
    <GroupMemberRow
      member={props.member}
      isFirst={props.isFirst}
      pieces={pieces()}
      current={props.member.reviewId !== null && props.group.position() === props.member.reviewId}
      isIn={props.group.isIn(props.member.reviewId)}
      onFocus={props.group.select}
      onToggle={props.group.toggle}
    />
  )
}
