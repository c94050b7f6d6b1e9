import type { AuthorView } from '../../../../worker/contract/comments'
import { t, words } from '../../../locales/desk'

/** 企业 · 已核验, or 已核验 where room is scarce: an unverified organisation is never shown as a verified one, and not by colour alone. */
export function KindBadge(props: { author: Pick<AuthorView, 'kind' | 'isVerified'>; isShort?: boolean }) {
  const isOrganisation = () => props.author.kind !== 'individual'
  const text = () => {
    const kind = words.kinds[props.author.kind]
    if (!isOrganisation()) return kind
    if (props.isShort && props.author.kind === 'enterprise')
      return props.author.isVerified ? t.verified : t.unverified
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
