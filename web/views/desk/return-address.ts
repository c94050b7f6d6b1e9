import { type OfficeRole, officeRoles } from '../../../worker/contract/words'
import { within } from '../../lib/links'

/** The desks in the order in which the head shows them, and whose each is. Their screens are in desk.tsx. */
export const deskRoles = {
  moderation: ['moderator', 'senior_moderator', 'admin'],
  deadlines: ['moderator', 'senior_moderator', 'admin'],
  cases: ['staff', 'admin'],
  coding: ['staff', 'admin'],
  revisions: ['staff', 'admin'],
  answers: ['staff', 'admin'],
  offline: ['staff', 'admin'],
  staff: ['staff', 'admin'],
  figures: ['staff', 'admin'],
  enterprises: ['staff', 'admin'],
  results: ['staff', 'admin'],
  settings: officeRoles,
  consultations: ['admin'],
  people: ['admin'],
  account: officeRoles,
} as const satisfies Record<string, readonly OfficeRole[]>

export type Desk = keyof typeof deskRoles

const desks = Object.keys(deskRoles) as Desk[]

/** What stands in the head where not all has room there: the daily work first. */
const daily: readonly Desk[] = ['moderation', 'deadlines', 'cases', 'answers', 'coding', 'revisions']
const mostInHead = 6
const inHeadBesideMenu = 4

/** Which of these desks stand in the head themselves; the rest is in its menu. */
export function inHead(offered: readonly Desk[]): readonly Desk[] {
  if (offered.length <= mostInHead) return offered
  return daily.filter((desk) => offered.includes(desk)).slice(0, inHeadBesideMenu)
}

export const deskPath = (desk: Desk): string => within(`/desk/${desk}`)

export function isDeskOf(role: OfficeRole, desk: Desk): boolean {
  const allowed: readonly OfficeRole[] = deskRoles[desk]
  return allowed.includes(role)
}

export function desksFor(role: OfficeRole): Desk[] {
  return desks.filter((desk) => isDeskOf(role, desk))
}

export function ownDesk(role: OfficeRole): Desk {
  return desksFor(role)[0] ?? 'account'
}

/** Sign-in that leads back to `from`. */
export function signInPath(from: string): string {
  return within(`/desk/sign-in?return=${encodeURIComponent(from)}`)
}

/** Where to go after sign-in: the page asked for, if it is one of the desk's own that the role may see. */
export function afterSignIn(asked: string | undefined, role: OfficeRole): string {
  const own = deskPath(ownDesk(role))
  if (!asked?.startsWith(within('/desk/')) || asked.includes('\\')) return own
  const { pathname } = new URL(asked, 'https://desk.invalid')
  const allowed = desksFor(role).some((desk) => `${pathname}/`.startsWith(`${deskPath(desk)}/`))
  return allowed ? asked : own
}
