import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface ItemStandingProps {
  item: QueueItemView
  takeKey: string
  keysShown: boolean
  onTakeOver: () => void
}

/** What sort of work it is, and who else has a hand in it. */
export function ItemStanding(props: ItemStandingProps) {
  const holder = () => (props.item.holder?.isMe === false ? props.item.holder : null)
  const staged = () => (props.item.staged?.isMine === false ? props.item.staged : null)
  return (
    <>
      <Show when={props.item.reviewKind === 'second'}>
        <p class="standing standing-kind">
          <b>{t.standing.second}</b> {t.standing.secondText}
        </p>
      </Show>
      <Show when={props.item.reviewKind === 'recheck'}>
        <p class="standing standing-kind">
          <b>{t.standing.recheck}</b> {t.standing.recheckText}
        </p>
      </Show>
      <Show when={props.item.passed}>
        {(passed) => (
          <p class="standing" classList={{ 'standing-taken': !passed().toMe }}>
            <b>{passed().toMe ? t.standing.passed(passed().by) : t.standing.passedOn(passed().by)}</b>{' '}
            {passed().note}
            <Show when={!passed().toMe && !holder() && !staged()}>
              <TakeButton {...props} />
            </Show>
          </p>
        )}
      </Show>
      <Show when={staged()}>
        {(decided) => (
          <p class="standing standing-taken">
            <b>{t.standing.staged(decided().by)}</b> {t.standing.stagedText}
          </p>
        )}
      </Show>
      <Show when={!staged() && holder()}>
        {(other) => (
          <p class="standing standing-taken">
            <b>{t.standing.held(other().name, formatMoment(other().until))}</b>
            <TakeButton {...props} />
          </p>
        )}
      </Show>
    </>
  )
}

function TakeButton(props: Omit<ItemStandingProps, 'item'>) {
  return (
    <button type="button" class="button button-small" onClick={() => props.onTakeOver()}>
      {t.standing.take}
      <KeyHint keys={props.takeKey} shown={props.keysShown} />
    </button>
  )
}
