import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ExportAudience } from '../../contract/words'
import { AppError } from '../../errors'
import { byteStream } from '../exports/byte-stream'
import { readSnapshot } from '../exports/open-data/open-snapshot'
import { openScope } from '../exports/open-scope'
import { readPlanNames } from '../exports/reading/read-plan-names'
import { openExport } from '../exports/record/open-export'
import type { SentFile } from '../exports/take-export'
import { evidencePack } from './pack'

export const evidenceKind = 'evidence.zip'

export interface EvidenceFile {
  takenAt: string
  /** The same for the same bytes. */
  tag: string
  key: string
  send(): Promise<SentFile>
}

/**
 * The evidence pack of a consultation; for everybody once its result is public, before that for staff alone. What
 * is in it is the same for both.
 */
export async function findEvidence(
  asked: ServiceContext,
  { key, audience }: { key?: string; audience: ExportAudience },
  clock: () => Date,
): Promise<EvidenceFile> {
  const ctx = { ...asked, consultation: key ?? asked.consultation }
  const state = await readState(ctx)
  const found = await openScope(ctx, { audience: 'public', filters: {}, takenAt: state.takenAt })
  if (audience === 'public' && !found.isDisclosed) throw new AppError('not_found')
  const scope = { ...found, isDisclosed: true }
  const filters = { consultation: found.consultationKey, record: state.record, sealed: state.headSize }
  const isOnRecord = sql`EXISTS (SELECT 1 FROM exports WHERE kind = ${evidenceKind} AND state = 'done'
    AND audience = 'public' AND filters = ${JSON.stringify(filters)})`
  return {
    takenAt: scope.about.takenAt,
    tag: `${found.consultationKey}-${state.record}-${state.headSize}`,
    key: found.consultationKey,
    async send() {
      const names = await readPlanNames(ctx, scope)
      const taker: ServiceContext = audience === 'staff' ? ctx : { ...ctx, actor: { kind: 'participant' } }
      const about = { kind: evidenceKind, audience, filters, snapshotAt: state.takenAt }
      const record = await openExport(taker, about, clock, audience === 'staff' ? sql`0` : isOnRecord)
      const pack = evidencePack({
        ctx,
        read: record.read,
        scope,
        names,
        count: record.count,
        record: state.record,
        headSize: state.headSize,
        assertSame: async () => {
          const now = await readState(ctx)
          if (now.record !== state.record) throw new Error('The record changed while the pack was made.')
        },
      })
      return {
        id: record.id,
        takenAt: scope.about.takenAt,
        stream: byteStream(record.follow(pack)),
        ended: record.ended,
      }
    },
  }
}

async function readState(ctx: ServiceContext) {
  const { auditId, takenAt } = await readSnapshot(ctx)
  const [head] = await ctx.db.all<{ size: number | null }>(sql`SELECT max(size) AS size FROM tree_heads`)
  return { record: auditId, takenAt, headSize: head?.size ?? 0 }
}
