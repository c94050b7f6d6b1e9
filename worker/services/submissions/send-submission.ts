import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { SendInput, VersionView } from '../../contract/submissions'
import { isRefusedByTrigger, isUniqueViolation, type Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isUntouched } from '../comments/is-untouched'
import { callsForReading } from '../comments/rules'
import { type Arrival, takeIn } from '../comments/take-in'
import { assertMayTakePart } from '../consultations/rules'
import { isOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { stillHas } from '../enterprises/membership'
import { writeProfile, writeTargets } from '../opinions/write-opinions'
import { replaceText } from '../receipts/resubmit-comment'
import { takeBack } from '../receipts/withdraw-comment'
import { detectSignals } from '../signals/detect-signals'
import type { ListedWord } from '../signals/find-banned-words'
import { placeTexts } from '../similarity/place-texts'
import { comparedText, signalsOf } from '../wordings/weigh-wording'
import { handBackFiles, sendFiles } from './entry-files'
import { getVersion } from './get-version'
import { type CountingComment, planSending } from './plan-sending'
import {
  type DraftEntry,
  readStanding,
  type Standing,
  type SubmissionRow,
  writtenIn,
} from './read-submission'
import { codeSource, sealVersion } from './seal-version'
import { signAnew } from './sign-anew'
import { assertStep } from './take-step'
import { tellMembers } from './tell-members'

const attempts = 3

/**
 * Sends the response as it was approved: the sealed version, its comments and what becomes of those of the last version stand or
 * fall together. `submission_changed` where it is no longer what was seen.
 */
export async function sendSubmission(ctx: ServiceContext, input: SendInput): Promise<VersionView> {
  for (let attempt = 1; ; attempt += 1) {
    const standing = await readStanding(ctx)
    const submission = assertStep(ctx, standing, 'send', input.version)
    const number = (standing.last?.version ?? 0) + 1
    try {
      await send(ctx, standing, submission, number, input.consent.publish)
      ctx.stir()
      return await getVersion(ctx, number)
    } catch (error) {
      if (!isOutdated(error)) throw error
      if (attempt === attempts) throw new AppError('submission_changed')
    }
  }
}

/** Somebody else sent it, or a comment of the last version was decided on, since it was read. */
const isOutdated = (error: unknown): boolean =>
  isRefusedByTrigger(error, 'NOT NULL constraint failed: submission_versions.number') ||
  isUniqueViolation(error, 'submission_versions.submission_id')

async function send(
  ctx: ServiceContext,
  standing: Standing,
  submission: SubmissionRow,
  number: number,
  publish: boolean,
): Promise<void> {
  const { db, now } = ctx
  const { membership, consultation, entries, last } = standing
  const isVerified = membership.state === 'verified'
  assertMayTakePart(
    { participants: consultation.participants, hasReplies: consultation.has_replies === 1 },
    { kind: membership.kind, isVerified, isReply: false },
  )
  const [comments, words, [profile]] = await db.batch([
    db.all<CountingComment>(readCounting(submission.id)),
    db.all<ListedWord>(sql`SELECT word, category FROM banned_words`),
    db.all<Profile>(sql`SELECT size, industry, city FROM enterprises WHERE id = ${membership.enterpriseId}`),
  ])
  const sending = planSending(entries, comments, last, publish, {
    kind: membership.kind,
    name: membership.name,
    isVerified,
  })
  const texts = [...sending.added, ...sending.revised.map(({ entry }) => entry)]
  const { columns, groups } = await placeTexts(
    ctx,
    consultation.key,
    texts.map(({ sealed }) => comparedText(writtenIn(sealed))),
  )
  const placed = texts.map(({ sealed }, i) => {
    const group = columns[i]
    if (!group) throw new RangeError(`text ${i} was not placed`)
    return { group, signals: signalsOf(writtenIn(sealed), { words, ownName: membership.name }) }
  })
  const seal = await sealVersion({
    form: 1,
    publicId: submission.public_id,
    version: number,
    consultation: { key: consultation.key, title: consultation.title },
    enterprise: { name: membership.name, uscc: membership.uscc, kind: membership.kind, isVerified },
    sentAt: now.toISOString(),
    publish,
    entries: entries.map(({ sealed }) => sealed),
  })
  const refused = sending.superseded.filter(({ state }) => state === 'returned' || state === 'rejected')
  const isNameHeld = callsForReading(
    detectSignals(membership.name, { words, ownName: membership.name }).map(({ kind }) => kind),
  )
  const isReadFirst = ({ row: { clause_key, measure_key }, annex }: DraftEntry) =>
    isNameHeld ||
    annex !== null ||
    refused.some((each) => (each.clause_key ?? each.measure_key) === (clause_key ?? measure_key))
  const arrivals = sending.added.map(
    ({ row, ...entry }, i): Arrival => ({
      consultation: {
        id: consultation.id,
        code: consultation.code,
        moderation: isReadFirst({ row, ...entry }) ? 'before' : consultation.moderation,
      },
      measureId: row.measure_id,
      clauseId: row.clause_id,
      parent: null,
      planRevision: row.plan_revision,
      quote: null,
      wording: row.wording,
      channel: 'online',
      body: row.body,
      stance: row.stance,
      participantKind: membership.kind,
      participantName: membership.name,
      isNamePublic: true,
      uscc: membership.uscc,
      isVerified,
      isPublishable: publish,
      codeFrom: codeSource(submission.id, number, row.clause_key ?? row.measure_key),
      ...(placed[i] as (typeof placed)[number]),
    }),
  )
  const isAsSeen = sql`EXISTS (
      SELECT 1 FROM submissions WHERE id = ${submission.id} AND state = 'in_approval' AND version = ${submission.version})
    AND ${stillHas(membership)} AND ${areAsRead(comments)}`
  await takeIn(
    ctx,
    arrivals,
    async (statements, codes) => {
      const added = sending.added.map((entry, i) => ({ entry, publicId: codes[i]?.publicId ?? '' }))
      await db.batch([
        db.run(sql`
          INSERT INTO submission_versions (submission_id, number, content, sha256, sent_by, sent_at)
          VALUES (${submission.id}, iif(${isAsSeen}, ${number}, NULL), ${seal.content}, ${seal.sha256},
            ${membership.userId}, ${now.getTime()})`),
        recordAudit(ctx, {
          action: 'submission.sent',
          subjectKind: 'submission',
          subjectId: submission.id,
          data: { version: number, entries: entries.length, sha256: seal.sha256 },
        }),
        tellMembers(ctx, membership, 'send', { id: submission.id, version: submission.version + 1 }),
        ...handBackFiles(ctx, sending.superseded),
        ...sending.superseded.flatMap((comment) => supersede(ctx, comment, number)),
        takeOutPapers(ctx, submission.id, number),
        ...statements,
        ...link(ctx, submission.id, number, added),
        ...sendFiles(ctx, submission.id),
        ...sending.revised.flatMap(({ entry, comment }, i) => [
          ...replaceText(
            ctx,
            { publicId: comment.public_id, revision: comment.revision, state: comment.state },
            {
              body: entry.row.body,
              stance: entry.row.stance,
              targets: entry.answers,
              wording: entry.row.wording,
              annexSummary: entry.annex?.summary,
            },
            {
              ...(placed[sending.added.length + i] as (typeof placed)[number]),
              isHeld: isNameHeld,
              beginGroup: () => [],
            },
          ),
          db.run(sql`
            UPDATE submission_comments SET sent_revision = ${comment.revision + 1} WHERE comment_id = ${comment.id}`),
        ]),
        ...sending.signedAnew.flatMap((comment) => signAnew(ctx, comment, { ...membership, isVerified })),
        ...added.flatMap(({ entry, publicId }) => [
          ...writeTargets(ctx, sql`public_id = ${publicId}`, entry.answers),
          ...writeProfile(ctx, sql`public_id = ${publicId}`, profileOf(profile)),
        ]),
        db.run(sql`
          UPDATE submissions SET state = 'sent', version = version + 1, step = 'send', note = NULL,
            step_by = ${membership.userId}, step_at = ${now.getTime()} WHERE id = ${submission.id}`),
      ] as [Query, ...Query[]])
    },
    groups,
  )
}

type Profile = Record<'size' | 'industry' | 'city', string | null>

const profileOf = (profile: Profile | undefined) =>
  Object.fromEntries(Object.entries(profile ?? {}).filter(([, value]) => value !== null)) as Parameters<
    typeof writeProfile
  >[2]

const readCounting = (submissionId: string): SQL => sql`
  SELECT c.id, c.public_id, m.key AS measure_key, cl.key AS clause_key, c.state, c.revision, s.sent_revision,
    c.plan_revision, c.is_publishable, c.participant_kind, c.participant_name, c.is_verified, ${isUntouched} AS is_untouched,
    ${isOfEarlierPeople} AS is_of_earlier_people,
    coalesce((SELECT r.may_resubmit FROM moderation_decisions d JOIN reasons r ON r.id = d.reason_id
      WHERE d.comment_id = c.id ORDER BY d.decided_at DESC, d.revision DESC LIMIT 1), 0) AS may_resubmit
  FROM submission_comments s JOIN comments c ON c.id = s.comment_id JOIN measures m ON m.id = c.measure_id
  LEFT JOIN clauses cl ON cl.id = c.clause_id
  WHERE s.submission_id = ${submissionId} AND s.replaced_in IS NULL ORDER BY m.id, coalesce(cl.id, 0)`

/** True as long as nothing that the plan of sending rests on has changed. */
function areAsRead(comments: readonly CountingComment[]): SQL {
  const seen = comments.map(({ id, state, revision, is_untouched }) => ({
    id,
    state,
    revision,
    is_untouched,
  }))
  return sql`NOT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(seen)}) x JOIN comments c ON c.id = x.value ->> 'id'
    WHERE c.state <> x.value ->> 'state' OR c.revision <> x.value ->> 'revision'
      OR ${isUntouched} <> x.value ->> 'is_untouched')`
}

/** Of papers of earlier versions only those stay that were confirmed and bear nothing which this version left out or says anew. */
const takeOutPapers = ({ db }: ServiceContext, submissionId: string, number: number): Query =>
  db.run(sql`
    DELETE FROM attachments WHERE submission_id = ${submissionId} AND id NOT IN (
      SELECT s.attachment_id FROM stamped_scans s
      WHERE s.submission_id = ${submissionId} AND s.state = 'earlier' AND s.decided_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM submission_comments p
        WHERE p.submission_id = s.submission_id AND p.replaced_in = ${number} AND p.first_version <= s.revision))`)

function supersede(ctx: ServiceContext, comment: CountingComment, number: number): Query[] {
  const { id, public_id: publicId, revision, state } = comment
  return [
    ...(state === 'withdrawn' ? [] : takeBack(ctx, { publicId, revision, state })),
    ctx.db.run(sql`UPDATE submission_comments SET replaced_in = ${number} WHERE comment_id = ${id}`),
  ]
}

function link(
  { db }: ServiceContext,
  submissionId: string,
  number: number,
  added: { entry: DraftEntry; publicId: string }[],
): Query[] {
  return added.map(({ entry: { row }, publicId }) =>
    db.run(sql`
      INSERT INTO submission_comments (comment_id, submission_id, measure_id, clause_id, sent_revision, first_version)
      SELECT id, ${submissionId}, ${row.measure_id}, ${row.clause_id}, 1, ${number}
      FROM comments WHERE public_id = ${publicId}`),
  )
}
