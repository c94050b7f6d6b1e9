import { Notices } from '../../../components/desk/moderation/notices'
import { deskPath } from '../return-address'
import type { Decisions } from './create-decisions'
import type { Notice } from './create-notices'
import type { QueueStore } from './create-queue'

interface NoticeListProps {
  decisions: Decisions
  queue: QueueStore
  onOpen: (reviewId: number) => void
  onSignIn: () => void
  /** The card that had the focus is gone. */
  onGone: () => void
}

export function NoticeList(props: NoticeListProps) {
  const withNotice = (act: (notice: Notice) => void) => (id: number) => {
    const notice = props.decisions.notices().find((other) => other.id === id)
    if (notice) act(notice)
  }
  const notices = () =>
    props.decisions.notices().map(({ choice, item, ...notice }) => ({
      ...notice,
      canResend: notice.kind === 'failed' && choice !== null,
      canOpen: props.queue.item(item.reviewId) !== undefined,
    }))

  return (
    <Notices
      notices={notices()}
      decidedPath={`${deskPath('moderation')}/decided`}
      onOpen={withNotice((notice) => {
        props.decisions.dismiss(notice)
        props.onOpen(notice.item.reviewId)
      })}
      onResend={withNotice(({ item, choice }) => {
        if (choice) void props.decisions.decide(item, choice)
        props.onGone()
      })}
      onSignIn={props.onSignIn}
      onDismiss={withNotice((notice) => {
        props.decisions.dismiss(notice)
        props.onGone()
      })}
    />
  )
}
