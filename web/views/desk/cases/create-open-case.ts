import { createEffect, createSignal, on } from 'solid-js'
import type { AssignmentView, CaseView } from '../../../../worker/contract/casework'
import type { NoteView } from '../../../../worker/contract/notes'
import { ApiError, asApiError } from '../../../api/api-error'
import { getCase } from '../../../api/casework'

/** The case that lies open; one that was seen before is shown at once and asked for again. */
export function createOpenCase(publicId: () => string | null) {
  const seen = new Map<string, CaseView>()
  const [view, setView] = createSignal<CaseView | null>(null)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [isLoading, setLoading] = createSignal(false)

  const put = (found: CaseView) => {
    seen.set(found.publicId, found)
    if (publicId() === found.publicId) setView(found)
  }
  async function load() {
    const asked = publicId()
    if (!asked) return
    setLoading(true)
    setError(null)
    const answer = await getCase(asked).catch(asApiError)
    if (publicId() !== asked) return
    setLoading(false)
    if (answer instanceof ApiError) setError(answer)
    else put(answer)
  }
  createEffect(
    on(publicId, (id) => {
      setView(id === null ? null : (seen.get(id) ?? null))
      setError(null)
      if (id) void load()
    }),
  )

  const change = (id: string, next: (held: CaseView) => CaseView) => {
    const held = seen.get(id)
    if (held) put(next(held))
  }
  return {
    view,
    error,
    isLoading,
    load,
    assigned: (id: string, assignment: AssignmentView) => change(id, (held) => ({ ...held, assignment })),
    noted: (id: string, note: NoteView) => change(id, (held) => ({ ...held, notes: [...held.notes, note] })),
    read: (id: string, noteIds: readonly number[]) =>
      change(id, (held) => ({
        ...held,
        notes: held.notes.map((note) => (noteIds.includes(note.id) ? { ...note, isUnread: false } : note)),
      })),
  }
}

export type OpenCaseStore = ReturnType<typeof createOpenCase>
