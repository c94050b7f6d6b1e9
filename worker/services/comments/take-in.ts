import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Signal } from '../../contract/personal-data/signal'
import type { Channel, ModerationRule, ParticipantKind, Stance } from '../../contract/words'
import { isUniqueViolation, type Query } from '../../db/client'
import { comments } from '../../db/schema'
import { recordAuditOfEach } from '../audit/record-each'
import { orphanedSince } from '../plan-revisions/lose-comments'
import { noticeShown } from '../privacy/notice-versions'
import { noteSignals } from '../signals/note-signals'
import { writeWording } from '../wordings/write-wording'
import { hashQueryCode, newPublicId, newQueryCode } from './codes'
import { publishAtOnce } from './publish-at-once'

/** A comment with its place and all that was found out about its text. */
export interface Arrival {
  consultation: { id: number; code: string; moderation?: ModerationRule }
  measureId: number
  clauseId: number | null
  parent: { id: number; rootId: number; depth: number } | null
  planRevision: number
  quote: string | null
  wording?: string | null
  channel: Channel
  /** Of the privacy notice, as its author was shown it. */
  noticeVersion?: number | undefined
  body: string
  stance: Stance
  participantKind: ParticipantKind
  participantName: string | null
  isNamePublic: boolean
  uscc: string | null
  /** A member of a verified enterprise signed for it. */
  isVerified?: boolean
  isPublishable: boolean
  /** What its query code follows from, so that it can be told again; null where it is random. */
  codeFrom: string | null
  group: { similarGroupId: SQL; similarity: number }
  signals: readonly Signal[]
}

export interface Codes {
  publicId: string
  queryCode: string
}

/** What one statement takes: SQLite allows some 32,000 values. */
const perStatement = 200
const attempts = 3

/**
 * Has comments written, each under a public id of its own. Where an id is taken already, all are written again under new
 * ones.
 */
export async function takeIn(
  ctx: ServiceContext,
  arrivals: readonly Arrival[],
  write: (statements: [Query, ...Query[]], codes: Codes[]) => Promise<void>,
  groups: Query[],
): Promise<Codes[]> {
  for (let attempt = 1; ; attempt += 1) {
    const codes = await Promise.all(
      arrivals.map(async ({ consultation, codeFrom }) => ({
        publicId: newPublicId(ctx, consultation.code),
        queryCode: await newQueryCode(ctx, codeFrom),
      })),
    )
    try {
      await write(await statementsOf(ctx, arrivals, codes, groups), codes)
      ctx.stir()
      return codes
    } catch (error) {
      if (!isUniqueViolation(error, 'comments.public_id') || attempt === attempts) throw error
    }
  }
}

async function statementsOf(
  ctx: ServiceContext,
  arrivals: readonly Arrival[],
  codes: readonly Codes[],
  groups: Query[],
): Promise<[Query, ...Query[]]> {
  const rows = await Promise.all(arrivals.map(async (arrival, i) => rowOf(ctx, arrival, codes[i] as Codes)))
  const inserts: Query[] = []
  for (let i = 0; i < rows.length; i += perStatement)
    inserts.push(ctx.db.insert(comments).values(rows.slice(i, i + perStatement)))
  const signals = arrivals.flatMap((arrival, i) =>
    noteSignals(ctx, arrival.signals, { isThis: sql`public_id = ${rows[i]?.publicId}`, revision: 1 }),
  )
  const wordings = arrivals.flatMap(({ wording = null }, i) =>
    writeWording(ctx, sql`public_id = ${rows[i]?.publicId}`, 1, wording),
  )
  const published = arrivals.flatMap(({ consultation, body, wording = null, signals }, i) =>
    consultation.moderation === 'after'
      ? publishAtOnce(ctx, { publicId: codes[i]?.publicId ?? '', revision: 1, body, wording, signals })
      : [],
  )
  return [auditOf(ctx, arrivals, codes), ...groups, ...inserts, ...signals, ...wordings, ...published]
}

function auditOf(ctx: ServiceContext, arrivals: readonly Arrival[], codes: readonly Codes[]) {
  const subjects = arrivals.map(({ measureId, parent, channel }, i) => ({
    id: codes[i]?.publicId,
    data: {
      revision: 1,
      measure: measureId,
      isReply: parent !== null,
      ...(channel !== 'online' && { channel }),
    },
  }))
  return recordAuditOfEach(
    ctx,
    { action: 'comment.submitted', subjectKind: 'comment' },
    sql`SELECT value ->> 'id' AS subject_id, value ->> 'data' AS data
      FROM json_each(${JSON.stringify(subjects)}) ORDER BY key`,
  )
}

async function rowOf(ctx: ServiceContext, arrival: Arrival, { publicId, queryCode }: Codes) {
  const { consultation, parent, group, signals: _, codeFrom: __, wording: ___, ...fields } = arrival
  return {
    ...fields,
    orphanedIn: orphanedSince(arrival),
    publicId,
    queryCodeHash: await hashQueryCode(ctx, publicId, queryCode),
    consultationId: consultation.id,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? null,
    depth: parent ? parent.depth + 1 : 0,
    state: 'pending' as const,
    revision: 1,
    isVerified: fields.isVerified ?? false,
    replyCount: 0,
    noticeVersion: arrival.channel === 'online' ? noticeShown(arrival.noticeVersion) : null,
    createdAt: ctx.now,
    submittedAt: ctx.now,
    ...group,
  }
}
