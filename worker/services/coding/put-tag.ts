import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingItem, NewTag } from '../../contract/coding'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isBlindTo } from './blindness'
import { getItem } from './get-item'
import { isPassage } from './is-passage'
import { publishedCodebook } from './read-codebook'

interface Subject {
  id: number
  revision: number
  decided_at: number | null
  body: string
  is_blind: number
  codebook_id: number | null
  code_key: string | null
}

/** Puts a code on a comment or on a passage of it; one that is there already stays as it is. */
export async function putTag(ctx: ServiceContext, publicId: string, input: NewTag): Promise<CodingItem> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const { revision, code, passage } = input
  const subject = await getSubjectOrThrow(ctx, me.id, publicId, code)
  if (subject.is_blind) throw new AppError('coded_blind')
  if (subject.codebook_id === null) throw new AppError('codebook_missing')
  if (subject.code_key === null) throw invalidField('code', 'code_unknown')
  if (subject.revision !== revision) throw textChanged()
  if (passage && !isPassage(subject.body, passage)) throw invalidField('passage', 'passage_moved')

  const [put] = await db.batch([
    db.run(sql`
      INSERT INTO tags (comment_id, comment_revision, code_id, codebook_id, start_offset, end_offset, tagged_by, tagged_at)
      SELECT c.id, c.revision, ${code}, ${subject.codebook_id}, ${passage?.start ?? null}, ${passage?.end ?? null},
        ${me.id}, ${now.getTime()}
      FROM comments c JOIN cases k ON k.comment_id = c.id
      WHERE c.id = ${subject.id} AND k.is_admissible = 1 AND c.revision = ${revision}
        AND c.decided_at IS ${subject.decided_at} AND NOT ${isBlindTo(me.id, sql`c.id`)}
      ON CONFLICT DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'comment.tagged',
        subjectKind: 'comment',
        subjectId: publicId,
        data: {
          code: subject.code_key,
          revision,
          ...(passage && { start: passage.start, end: passage.end }),
        },
      },
      sql`changes() > 0`,
    ),
  ])
  if (put.rowsAffected === 0) {
    const fresh = await getSubjectOrThrow(ctx, me.id, publicId, code)
    if (fresh.revision !== revision || fresh.decided_at !== subject.decided_at) throw textChanged()
  }
  return getItem(ctx, publicId)
}

async function getSubjectOrThrow(
  ctx: ServiceContext,
  userId: string,
  publicId: string,
  code: number,
): Promise<Subject> {
  const { db } = ctx
  const [subject] = await db.all<Subject>(sql`
    SELECT c.id, c.revision, c.decided_at, c.body, ${isBlindTo(userId, sql`c.id`)} AS is_blind,
      ${publishedCodebook(ctx)} AS codebook_id,
      (SELECT o.key FROM codebook_entries e JOIN codes o ON o.id = e.code_id
        WHERE e.codebook_id = ${publishedCodebook(ctx)} AND e.code_id = ${code}) AS code_key
    FROM comments c JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    WHERE c.public_id = ${publicId} AND c.consultation_id = ${currentConsultation(ctx)}`)
  if (!subject) throw new AppError('not_found')
  return subject
}

function textChanged(): AppError {
  return new AppError('revision_changed', {
    detail: {
      zh: '这条意见的内容已有更新，标签没有加上。请重新查看后再加。',
      en: 'The text of this comment has changed and the tag was not put. Please read it again first.',
    },
  })
}
