import type { Role } from '../../../worker/contract/words'

export type Desk = 'moderation' | 'staff'

export const deskRoles: Record<Desk, readonly Role[]> = {
  moderation: ['moderator', 'admin'],
  staff: ['staff', 'admin'],
}

export const deskPath = (desk: Desk): string => `/desk/${desk}`

export function desksFor(role: Role): Desk[] {
  return (['moderation', 'staff'] as const).filter((desk) => deskRoles[desk].includes(role))
}

export function ownDesk(role: Role): Desk {
  return desksFor(role)[0] ?? 'staff'
}

/** Sign-in that leads back to `from`. */
export function signInPath(from: string): string {
  return `/desk/sign-in?return=${encodeURIComponent(from)}`
}

/** Where to go after sign-in: the page asked for, if it is one of the desk's own that the role may see. */
export function afterSignIn(asked: string | undefined, role: Role): string {
  const own = deskPath(ownDesk(role))
  if (!asked || !/^\/desk\/[^\\]*$/.test(asked)) return own
  const { pathname } = new URL(asked, 'https://desk.invalid')
  const allowed = desksFor(role).some((desk) => pathname === deskPath(desk))
  return allowed ? asked : own
}
