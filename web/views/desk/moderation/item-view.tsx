import { createMemo, Show } from 'solid-js'
import { GroupPane } from '../../../components/desk/moderation/group-pane'
import { ItemNav } from '../../../components/desk/moderation/item-nav'
import { SimilarCard } from '../../../components/desk/moderation/similar-card'
import type { DeskStore } from './create-desk'
import { Deciding } from './deciding'
import { OneMember } from './group-members'
import { OpenItem } from './open-item'
import { shortcutKeys } from './shortcuts'

/** What lies open: one comment, or the group that it belongs to. */
export function ItemView(props: { desk: DeskStore }) {
  const { queue, group } = props.desk
  const openId = createMemo(() => queue.current()?.reviewId ?? null)
  return (
    <Show when={group.id() === null} fallback={<OpenGroup desk={props.desk} />}>
      <Show when={openId()} keyed>
        {(reviewId) => <OneItem desk={props.desk} reviewId={reviewId} />}
      </Show>
    </Show>
  )
}

function OneItem(props: { desk: DeskStore; reviewId: number }) {
  const { address, queue, decisions, redactions, acts, reasons, colleagues, preference, now } = props.desk
  const place = createMemo(() => queue.rows().indexOf(props.reviewId))
  return (
    <Show when={queue.item(props.reviewId)}>
      {(item) => (
        <OpenItem
          item={item()}
          now={now()}
          head={
            <ItemNav
              isFirst={place() <= 0}
              isLast={place() === queue.rows().length - 1}
              onBack={address.close}
              onStep={acts.step}
            />
          }
          redactions={redactions}
          decisions={decisions}
          reasons={reasons.data()}
          keysShown={preference.enabled()}
          similar={
            <SimilarCard
              group={item().group}
              keys={shortcutKeys.group}
              keysShown={preference.enabled()}
              onOpen={acts.openGroup}
            />
          }
          onTakeOver={() => acts.askToTake()}
        >
          <Deciding
            item={item()}
            panel={acts.panel()}
            reasons={reasons}
            colleagues={colleagues}
            keysShown={preference.enabled()}
            onChoose={acts.choose}
            onConfirm={acts.confirm}
            onPass={acts.pass}
            onCancel={acts.cancel}
          />
        </OpenItem>
      )}
    </Show>
  )
}

function OpenGroup(props: { desk: DeskStore }) {
  const { group, acts, preference } = props.desk
  return (
    <GroupPane
      view={group.view()}
      members={group.members()}
      row={(member, isFirst) => <OneMember member={member} isFirst={isFirst} group={group} />}
      seen={group.seen()}
      isWhole={group.isWhole()}
      later={group.later()}
      loading={group.loading()}
      error={group.error()}
      keysShown={preference.enabled()}
      keyOf={(act) => shortcutKeys[act]}
      onAct={acts.decide}
      onWhole={group.setWhole}
      onMore={group.more}
      onLater={group.retry}
      onRetry={group.retry}
      onBack={acts.closeGroup}
    />
  )
}
