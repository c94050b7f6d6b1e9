import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { UndeliveredMails } from '../../contract/settings'
import type { MailKind } from '../../contract/words'
import { outdated, putOff } from './rules'

/** Of `outbox_messages AS o`: given up, though the author has an address here. */
const isUndelivered = sql`o.given_up_at IS NOT NULL AND o.last_error IS NOT ${outdated}
  AND EXISTS (SELECT 1 FROM comment_contacts WHERE comment_id = o.comment_id AND kind = 'email')`

/** The statements that read what could not be delivered; {@link presentUndelivered} takes their answers. */
export function undeliveredQueries({ db }: ServiceContext) {
  const from = sql`FROM outbox_messages o INDEXED BY outbox_messages_given_up`
  return [
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM (SELECT 1 ${from} WHERE ${isUndelivered} LIMIT ${limits.undeliveredCounted + 1})`),
    db.all<UndeliveredRow>(sql`
      SELECT o.id, o.kind, o.given_up_at, o.last_error, c.public_id ${from} JOIN comments c ON c.id = o.comment_id
      WHERE ${isUndelivered} ORDER BY o.given_up_at DESC, o.id DESC LIMIT ${limits.undeliveredShown}`),
  ] as const
}

interface UndeliveredRow {
  id: number
  kind: MailKind
  given_up_at: number
  last_error: string | null
  public_id: string
}

export function presentUndelivered([counted]: { count: number }[], rows: UndeliveredRow[]): UndeliveredMails {
  return {
    count: counted?.count ?? 0,
    items: rows.map(({ id, kind, given_up_at, last_error, public_id }) => ({
      id,
      kind,
      publicId: public_id,
      givenUpAt: new Date(given_up_at).toISOString(),
      trouble: troubleOf(last_error),
    })),
  }
}

function troubleOf(lastError: string | null): UndeliveredMails['items'][number]['trouble'] {
  if (lastError === 'address_unusable') return 'address_unusable'
  return lastError?.startsWith(putOff) ? 'put_off' : 'refused'
}
