import type { EnterpriseSize, OrganisationKind, Ownership } from '../../contract/words'
import { AppError } from '../../errors'

interface Profile {
  kind: OrganisationKind
  size?: EnterpriseSize
  ownership?: Ownership
}

/** An enterprise names its size and ownership; an association or institution has neither. */
export function checkProfile({ kind, size, ownership }: Profile) {
  if (kind !== 'enterprise') return { size: null, ownership: null }
  const fields = {
    ...(size ? {} : { size: 'required' as const }),
    ...(ownership ? {} : { ownership: 'required' as const }),
  }
  if (Object.keys(fields).length > 0) throw new AppError('invalid_input', { fields })
  return { size: size ?? null, ownership: ownership ?? null }
}
