const decided = ['revision', 'state', 'reason', 'reasonVersion', 'redactions', 'start', 'end']

/** Which acts name their subject to everybody, and with which of their data; of all others the time and the name alone are public. */
type Openness = Record<string, readonly string[]>

const first: Openness = {
  'comment.submitted': ['revision', 'measure', 'isReply'],
  'comment.resubmitted': ['revision'],
  'comment.published': decided,
  'comment.private': decided,
  'comment.redacted': decided,
  'comment.returned': decided,
  'comment.rejected': decided,
  'comment.restored': decided,
  'comment.upheld': decided,
  'comment.appealed': ['revision'],
  'original.read': [],
  'consultation.imported': [],
  'contacts.deleted': ['count'],
  'delay.announced': ['until'],
  'settings.changed': ['reviewDays', 'secondLook', 'secondLookPercent', 'recheckPercent'],
  'reason.reworded': [],
  'reason.rules_changed': ['mayResubmit', 'isSpam', 'isTextHidden', 'isActive'],
}

/**
 * By form. A form that rows were sealed in is never edited, for their leaves rest on it; what is to be open from now
 * on goes into a new one. What would break a blind second look, or name a person of the office, stays out of all.
 */
const forms: Record<number, Openness> = { 1: first }

/** The form in which rows are sealed now. */
export const currentForm = 1

/** What anybody may see of an act's data; null where not even its subject. */
export function pickPublic(form: number, action: string, data: unknown): unknown {
  const open = forms[form] ?? {}
  const keys = Object.hasOwn(open, action) ? open[action] : undefined
  return keys ? pick(data, keys) : null
}

/** The acts whose subject is open in the form of now. */
export const openActions: readonly string[] = Object.keys(forms[currentForm] ?? {})

const harmless = /^([a-z]+(_[a-z]+)*|\d{4}-\d\d-\d\d)$/

/** Numbers, yes or no, days and words of a code; nothing that a person could have typed. */
function pick(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, keys))
  if (typeof value === 'object' && value !== null) {
    const known = Object.entries(value).filter(([key]) => keys.includes(key))
    return Object.fromEntries(known.map(([key, inner]) => [key, pick(inner, keys)]))
  }
  return typeof value === 'string' && !harmless.test(value) ? null : value
}
