import type { ProfileChange, Registration } from '../../contract/enterprises'

/** As an enterprise names them; of an association or institution neither is kept. */
export function sizeAndOwnership(profile: Registration | ProfileChange) {
  if (profile.kind !== 'enterprise') return { size: null, ownership: null }
  return { size: profile.size, ownership: profile.ownership }
}
