import { createSignal } from 'solid-js'
import type { AssignmentView, CaseItem } from '../../../../worker/contract/casework'
import { limits } from '../../../../worker/contract/limits'
import { asApiError } from '../../../api/api-error'
import { assignCases } from '../../../api/casework'
import type { AssignChange } from '../../../components/desk/cases/assign-dialog'
import { formatLastDay } from '../../../lib/beijing-time'
import { language } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount, joinSentences } from '../../../locales/desk/format'

export type Assignable = Pick<CaseItem, 'publicId' | 'assignment'>

interface Assigning {
  onAssigned: (publicId: string, assignment: AssignmentView) => void
  onSaid: (sentence: string) => void
  onDone: () => void
}

/** The time that a case is given where nothing else is said, in working days. */
export const usualDays = 5

/** Giving cases to somebody: what is asked, on which cases, and what became of it. */
export function createAssigning({ onAssigned, onSaid, onDone }: Assigning) {
  const [asked, setAsked] = createSignal<readonly Assignable[] | null>(null)
  const [isSending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)

  async function send(
    cases: readonly Assignable[],
    change: AssignChange,
    say: (assigned: number, first: AssignmentView | undefined) => string,
  ): Promise<boolean> {
    setSending(true)
    setProblem(null)
    try {
      const seen = cases.map(({ publicId, assignment }) => ({ publicId, version: assignment.version }))
      const { assigned, missed, refused } = await assignCases({ cases: seen, ...change })
      for (const each of [...assigned, ...missed]) onAssigned(each.publicId, each.assignment)
      const sentences = [
        ...(assigned.length > 0 ? [say(assigned.length, assigned[0]?.assignment)] : []),
        ...(refused.length > 0 ? [w.assignment.others(formatCount(refused.length))] : []),
        ...(missed.length === 1 && assigned.length === 0
          ? [w.assignment.missedOne(missed[0]?.assignment.assignee?.name ?? w.assignment.nobody)]
          : missed.length > 0
            ? [w.assignment.missed(formatCount(missed.length))]
            : []),
      ]
      onSaid(sentences.join(language === 'en' ? '. ' : '。'))
      onDone()
      return true
    } catch (thrown) {
      const sentence = joinSentences(...asApiError(thrown).sentences)
      setProblem(sentence)
      onSaid(`${w.assignment.failed}${language === 'en' ? ': ' : '：'}${sentence}`)
      return false
    } finally {
      setSending(false)
    }
  }

  return {
    asked,
    isSending,
    problem,
    ask(cases: readonly Assignable[]) {
      if (cases.length === 0) return
      if (cases.length > limits.assignedAtOnce)
        return onSaid(w.selection.tooMany(formatCount(limits.assignedAtOnce)))
      setProblem(null)
      setAsked(cases)
    },
    close: () => setAsked(null),
    async confirm(change: AssignChange, to: string) {
      const cases = asked()
      if (!cases) return
      const isSent = await send(cases, change, (count) => w.assignment.done(formatCount(count), to))
      if (isSent) setAsked(null)
    },
    take(one: Assignable, me: string) {
      if (isSending() || one.assignment.assignee?.isMe) return
      const change = { assignee: me, ...(one.assignment.dueAt === null && { dueInDays: usualDays }) }
      return send([one], change, (_, now) => {
        const day = now?.dueAt && formatLastDay(now.dueAt, new Date().toISOString(), language)
        return [w.assignment.taken, ...(day ? [w.due.on(day)] : [])].join(language === 'en' ? ', ' : '，')
      })
    },
  }
}

export type AssigningStore = ReturnType<typeof createAssigning>
