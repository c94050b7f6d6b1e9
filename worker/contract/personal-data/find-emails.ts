import type { Passage } from './signal'

const at = /@|#| ?[([【]at[)\]】] ?| at /gi
const local = /[A-Za-z0-9._%+-]{1,64}$/
const domain = /^(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}/

/** E-mail addresses, with the sign written out too. */
export function findEmails(text: string): Passage[] {
  const found: Passage[] = []
  for (const { index, 0: sign } of text.matchAll(at)) {
    const before = local.exec(text.slice(Math.max(0, index - 64), index))?.[0].replace(/^[.%+-]+/, '')
    const host = domain.exec(text.slice(index + sign.length, index + sign.length + 128))?.[0]
    if (!before || !host) continue
    const end = index + sign.length + host.length
    found.push({ kind: 'email', start: index - before.length, end, detail: null })
  }
  return found
}
