const noMailDomain = 'sign-on.invalid'

/** Stands for an address where the sign-on named none, or one that another account has: nothing is mailed there. */
export const placeholderAddress = (userId: string): string => `${userId}@${noMailDomain}`

/** The address that mail reaches, if there is one. */
export function mailedAddress(email: string): string | null {
  return email.endsWith(`@${noMailDomain}`) ? null : email
}
