import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptCredentials } from '../../contract/receipts'
import { recordAudit } from '../audit/record'
import { isFileOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { getReceipt } from '../receipts/get-receipt'
import { type OwnArchive, type OwnFile, ownArchive, ownFileColumns } from './own-archive'
import { getOwnComment } from './own-comment'

/** All that is kept of a comment and its author, for whoever holds its receipt; what the office notes for itself is not in it. */
export async function takeCommentData(
  ctx: ServiceContext,
  credentials: ReceiptCredentials,
): Promise<OwnArchive> {
  const { db } = ctx
  const { id } = await getOwnComment(ctx, credentials)
  const receipt = await getReceipt(ctx, credentials)
  const [[author], [contact], texts, originals, mails, files] = await db.batch([
    db.all<OwnName>(sql`
      SELECT participant_name AS name, is_name_public AS isNamePublic, nullif(uscc, '') AS uscc FROM comments WHERE id = ${id}`),
    db.all<{ kind: string; value: string }>(
      sql`SELECT kind, value FROM comment_contacts WHERE comment_id = ${id}`,
    ),
    db.all<{
      revision: number
      clause: string | null
      body: string
      stance: string
      targets: string | null
      submittedAt: number
    }>(sql`
      SELECT r.revision, (SELECT key FROM clauses WHERE id = r.clause_id) AS clause, r.body, r.stance, r.targets,
        w.text AS wording, r.submitted_at AS submittedAt
      FROM comment_revisions r LEFT JOIN wordings w ON w.comment_id = r.comment_id AND w.revision = r.revision
      WHERE r.comment_id = ${id} ORDER BY r.revision`),
    db.all<{ revision: number; body: string }>(sql`
      SELECT revision, body FROM comment_originals WHERE comment_id = ${id} ORDER BY revision`),
    db.all<{ kind: string; createdAt: number; sentAt: number | null }>(sql`
      SELECT kind, created_at AS createdAt, sent_at AS sentAt FROM outbox_messages WHERE comment_id = ${id} ORDER BY id`),
    db.all<OwnFile>(sql`
      SELECT ${ownFileColumns} FROM attachments a WHERE a.comment_id = ${id} AND NOT ${isFileOfEarlierPeople}
      ORDER BY a.uploaded_at, a.id`),
    recordAudit(ctx, { action: 'own_data.taken', subjectKind: 'comment', subjectId: receipt.publicId }),
  ])
  return ownArchive(ctx, {
    about: 'comment',
    data: {
      receipt,
      author: author ? { ...author, isNamePublic: author.isNamePublic === 1 } : null,
      contact: contact ?? null,
      earlierTexts: texts.map(({ targets, submittedAt, ...text }) => ({
        ...text,
        targets: targets === null ? null : JSON.parse(targets),
        submittedAt: timeOf(submittedAt),
      })),
      textsAsSent: originals,
      mails: mails.map(({ kind, createdAt, sentAt }) => ({
        kind,
        createdAt: timeOf(createdAt),
        sentAt: sentAt === null ? null : timeOf(sentAt),
      })),
    },
    files,
  })
}

interface OwnName {
  name: string | null
  isNamePublic: number
  uscc: string | null
}

const timeOf = (moment: number) => new Date(moment).toISOString()
