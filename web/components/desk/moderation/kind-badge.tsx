import type { AuthorView } from '../../../../worker/contract/comments'
import { t, words } from '../../../locales/desk'

/** 企业 · 已核验: an unverified organisation is never shown as a verified one, and not by colour alone. */
export function KindBadge(props: { author: Pick<AuthorView, 'kind' | 'isVerified'> }) {
  const isOrganisation = () => props.author.kind !== 'individual'
  const text = () => {
    const kind = words.kinds[props.author.kind]
    if (!isOrganisation()) return kind
    return `${kind} · ${props.author.isVerified ? t.verified : t.unverified}`
  }
  return (
    <span
      class="tag"
      classList={{
        'tag-verified': isOrganisation() && props.author.isVerified,
        'tag-unverified': isOrganisation() && !props.author.isVerified,
      }}
    >
      {text()}
    </span>
  )
}
