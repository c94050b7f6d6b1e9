import { Notices } from '../../../components/desk/moderation/notices'
import type { Decisions, Notice } from './create-decisions'
import type { QueueStore } from './create-queue'

interface NoticeListProps {
  decisions: Decisions
  queue: QueueStore
  onOpen: (publicId: string) => void
  onSignIn: () => void
}

export function NoticeList(props: NoticeListProps) {
  const withNotice = (act: (notice: Notice) => void) => (id: number) => {
    const notice = props.decisions.notices().find((other) => other.id === id)
    if (notice) act(notice)
  }
  const notices = () =>
    props.decisions.notices().map(({ choice, item, ...notice }) => ({
      ...notice,
      note: choice.note.trim(),
      canOpen: props.queue.items().some((other) => other.publicId === item.publicId),
    }))

  return (
    <Notices
      notices={notices()}
      onOpen={withNotice((notice) => {
        props.decisions.dismiss(notice)
        props.onOpen(notice.item.publicId)
      })}
      onResend={withNotice((notice) => void props.decisions.decide(notice.item, notice.choice))}
      onSignIn={props.onSignIn}
      onDismiss={withNotice(props.decisions.dismiss)}
    />
  )
}
