import { createStore } from 'solid-js/store'
import type { Redaction } from '../../../../worker/contract/redaction'
import type { Decision } from '../../../../worker/contract/words'

/** What a moderator has typed and chosen for one comment, before any decision takes effect. */
export interface Draft {
  note: string
  internalNote: string
  /** To the colleague whom it may be passed to. */
  passNote: string
  reasons: Partial<Record<Decision, string>>
  /** Passages of the text of this revision. */
  redactions: readonly Redaction[]
  revision: number
}

interface Text {
  publicId: string
  revision: number
}

/** By public id. They outlive a failed decision, an undo and a new sign-in, not the tab: they may hold personal data. */
const [drafts, setDrafts] = createStore<Record<string, Draft | undefined>>({})

const none: Omit<Draft, 'revision'> = {
  note: '',
  internalNote: '',
  passNote: '',
  reasons: {},
  redactions: [],
}

/** Notes stay when the author changes the text; passages belong to the text that they were chosen in. */
export function draftOf({ publicId, revision }: Text): Draft {
  const held = drafts[publicId]
  if (!held) return { ...none, revision }
  return held.revision === revision ? held : { ...held, redactions: none.redactions, revision }
}

export function keepDraft(text: Text, change: Partial<Omit<Draft, 'revision'>>) {
  setDrafts(text.publicId, { ...draftOf(text), ...change })
}

/** Something was written or chosen, and nothing came of it yet. */
export const hasDraft = ({ publicId }: Pick<Text, 'publicId'>): boolean => drafts[publicId] !== undefined

export function forgetDraft({ publicId }: Pick<Text, 'publicId'>) {
  setDrafts(publicId, undefined)
}

export function forgetAllDrafts() {
  for (const publicId of Object.keys(drafts)) forgetDraft({ publicId })
}
