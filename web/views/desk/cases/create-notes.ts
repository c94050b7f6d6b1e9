import { createSignal } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import type { NoteView } from '../../../../worker/contract/notes'
import { type ApiError, asApiError } from '../../../api/api-error'
import { getMentions, markMentionsRead, writeNote } from '../../../api/casework'
import type { WrittenNote } from '../../../components/desk/cases/note-form'
import { w } from '../../../locales/desk/cases'
import { joinSentences } from '../../../locales/desk/format'

interface Notes {
  onNoted: (publicId: string, note: NoteView) => void
  onRead: (noteIds: readonly number[]) => void
  onSaid: (sentence: string) => void
}

/** Notes as they are written, and the mentions of the reader as they are read. */
export function createNotes({ onNoted, onRead, onSaid }: Notes) {
  const [isSending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)
  const [mentions, setMentions] = createSignal<readonly NoteView[]>()
  const [next, setNext] = createSignal<string | null>(null)
  const [mentionsError, setMentionsError] = createSignal<ApiError | null>(null)

  return {
    isSending,
    problem,
    mentions,
    mentionsError,
    hasMore: () => next() !== null,
    forgetProblem: () => setProblem(null),
    async send(view: CaseView, { text, isOnMeasure, mentions: people }: WrittenNote): Promise<boolean> {
      setSending(true)
      setProblem(null)
      try {
        const place = isOnMeasure ? { measure: view.measure.key } : { comment: view.publicId }
        const note = await writeNote({ ...place, text, mentions: people.map(({ id }) => id) })
        onNoted(view.publicId, note)
        onSaid(
          people.length > 0 ? w.notes.sentTo(w.notes.join(people.map(({ name }) => name))) : w.notes.sent,
        )
        return true
      } catch (thrown) {
        setProblem(joinSentences(...asApiError(thrown).sentences))
        return false
      } finally {
        setSending(false)
      }
    },
    async load(isMore = false) {
      setMentionsError(null)
      if (!isMore) setMentions(undefined)
      try {
        const page = await getMentions((isMore && next()) || undefined)
        setMentions((held) => [...(isMore ? (held ?? []) : []), ...page.items])
        setNext(page.next)
      } catch (thrown) {
        setMentionsError(asApiError(thrown))
      }
    },
    async read(noteIds: number[]) {
      try {
        await markMentionsRead(noteIds)
        setMentions((held) => held?.filter(({ id }) => !noteIds.includes(id)))
        onRead(noteIds)
        onSaid(w.notes.markedRead)
      } catch (thrown) {
        onSaid(asApiError(thrown).message)
      }
    },
  }
}

export type NotesStore = ReturnType<typeof createNotes>
