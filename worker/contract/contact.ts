import type { ContactKind } from './words'

const phone = /^(?:\+?86)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A mobile or fixed-line number of the mainland, or an e-mail address; null for anything else. */
export function contactKind(contact: string): ContactKind | null {
  if (email.test(contact)) return 'email'
  return phone.test(contact.replace(/\s/g, '')) ? 'phone' : null
}
