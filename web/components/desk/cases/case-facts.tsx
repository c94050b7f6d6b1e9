import { Show } from 'solid-js'
import type { CaseCounts } from '../../../../worker/contract/casework'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'

interface CaseFactsProps {
  counts: CaseCounts | undefined
  minePath: string
  onMentions: () => void
}

/** The reader's own: what falls due soon or is late, as the daily mail says it too, and who asks for them. */
export function CaseFacts(props: CaseFactsProps) {
  const reminder = ({ mine: { soon, overdue } }: CaseCounts) => {
    if (soon > 0 && overdue > 0) return w.reminder(formatCount(soon), formatCount(overdue))
    if (overdue > 0) return w.reminderLate(formatCount(overdue))
    return soon > 0 ? w.reminderSoon(formatCount(soon)) : null
  }
  return (
    <Show when={props.counts}>
      {(counts) => (
        <>
          <Show when={reminder(counts())}>
            {(text) => (
              <a
                class="case-reminder"
                classList={{ 'case-reminder-late': counts().mine.overdue > 0 }}
                href={props.minePath}
              >
                {text()}
              </a>
            )}
          </Show>
          <Show when={counts().mentions > 0}>
            <button type="button" class="button case-mentions" onClick={() => props.onMentions()}>
              {w.mentions.open(formatCount(counts().mentions))}
            </button>
          </Show>
        </>
      )}
    </Show>
  )
}
