import { deviceStorage } from '../lib/drafts'
import { draftFor, type EntryDraft, isSameSaying } from '../lib/entry-draft'

const wait = 800
const toPlace = 'place:'
/** What an upload is known by lives on the server for a while only. */
const left = ['attachments', 'annex', 'step', 'file', 'annexFile']

/** Keeps what is typed into the form of an entry on the device until it is saved, and brings it back. */
export function start(form: HTMLFormElement): void {
  const { draft: key = '', typed, from } = form.dataset
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-draft-${name}]`)
  const storage = deviceStorage()
  if (!storage) return
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = (): Record<string, string> =>
    Object.fromEntries(
      [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && !left.includes(name) ? [[name, value.replaceAll('\r\n', '\n')]] : [],
      ),
    )
  const drawn = read()
  const isTyped = () => typed !== undefined || !isSameSaying(read(), drawn)
  const keep = (isSent = false) => {
    clearTimeout(timer)
    if (isTyped()) keepThere(storage, key, { savedAt: Date.now(), isSent, values: read() })
    else storage.removeItem(key)
  }
  const draftAt = (place: string) => draftFor(storage.getItem(place), read(), Date.now())
  const fill = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name)
      if (
        field instanceof RadioNodeList ||
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement
      )
        field.value = value
      if (field instanceof Element && value !== drawn[name])
        field.closest('details')?.setAttribute('open', '')
    }
  }

  if (from !== undefined && draftAt(key)) return
  const draft = typed === undefined ? draftAt(key) : null
  const status = part('status')
  if (draft) {
    fill(draft.values)
    if (status) status.hidden = false
    status?.querySelector('button')?.addEventListener('click', () => {
      storage.removeItem(key)
      form.reset()
      fill(drawn)
      status.hidden = true
    })
  }
  keep()
  if (from !== undefined && storage.getItem(key)) storage.removeItem(from)
  const note = part('note')
  if (note) note.hidden = false
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, wait)
  })
  const leave = () => keep()
  window.addEventListener('pagehide', leave)
  form.addEventListener('submit', (event) => {
    const step = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    const there = key.slice(0, key.lastIndexOf(':') + 1) + step.slice(toPlace.length)
    const isHeld = step.startsWith(toPlace) && there !== key && isTyped() && draftAt(there) !== null
    keep(step === '')
    if (!isHeld) return window.removeEventListener('pagehide', leave)
    event.preventDefault()
    const told = part('there')
    if (told) told.hidden = false
    told?.focus()
  })
}

function keepThere(storage: Storage, key: string, draft: EntryDraft): void {
  try {
    storage.setItem(key, JSON.stringify(draft))
  } catch {
    // It is full: what is typed stays in the form alone.
  }
}
