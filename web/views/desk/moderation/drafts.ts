import { createStore } from 'solid-js/store'

/** Notes by public id. They outlive a failed decision and a new sign-in, not the tab: they may hold personal data. */
const [notes, setNotes] = createStore<Record<string, string | undefined>>({})

export const noteFor = (publicId: string): string => notes[publicId] ?? ''

export function keepNote(publicId: string, note: string) {
  setNotes(publicId, note)
}

export function forgetNote(publicId: string) {
  setNotes(publicId, undefined)
}

export function forgetAllNotes() {
  for (const publicId of Object.keys(notes)) forgetNote(publicId)
}
