import { Show } from 'solid-js'
import { formatLastDay } from '../../../lib/beijing-time'
import { dueDayOf } from '../../../lib/due-day'
import { language } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'

interface DueTagProps {
  dueAt: string | null
  /** Nothing is late any more once it is disposed of. */
  isDone: boolean
  now: number
}

/** By when it is due, in the words that people use; late ones are told by more than their colour. */
export function DueTag(props: DueTagProps) {
  const now = () => new Date(props.now).toISOString()
  const tone = (dueAt: string) => (props.isDone ? 'later' : dueDayOf(dueAt, now()).kind)
  const text = (dueAt: string) => {
    const due = dueDayOf(dueAt, now())
    if (props.isDone || due.kind === 'later') return w.due.on(formatLastDay(dueAt, now(), language))
    return due.kind === 'late' ? w.due.late(due.days) : w.due[due.kind]
  }
  return (
    <Show when={props.dueAt}>
      {(dueAt) => (
        <span
          class="case-due"
          classList={{
            'case-due-late': tone(dueAt()) === 'late',
            'case-due-soon': tone(dueAt()) === 'today' || tone(dueAt()) === 'tomorrow',
          }}
        >
          {text(dueAt())}
        </span>
      )}
    </Show>
  )
}
