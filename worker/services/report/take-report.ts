import { assertRole, type ServiceContext } from '../../context'
import type { ExportAudience } from '../../contract/words'
import { byteStream } from '../exports/byte-stream'
import { openExport } from '../exports/record/open-export'
import type { SentFile } from '../exports/take-export'
import { openReportScope, readReport } from './read-report'
import { writeDocx } from './write-docx'

/** The report on the adoption of comments as a Word file; who took it is on record like every export. */
export async function takeReport(
  ctx: ServiceContext,
  audience: ExportAudience,
  clock: () => Date,
): Promise<SentFile & { isDraft: boolean }> {
  assertRole(ctx, 'staff')
  const open = await openReportScope(ctx)
  const scope = { ...open, audience, isDisclosed: audience === 'staff' || open.isDisclosed }
  const record = await openExport(
    ctx,
    { kind: 'report.docx', audience, filters: {}, snapshotAt: ctx.now },
    clock,
  )
  async function* file() {
    const report = await readReport(ctx, scope, record.read)
    await record.count(report.rows.length)
    yield await writeDocx(report)
  }
  return {
    id: record.id,
    isDraft: !open.isDisclosed,
    takenAt: scope.about.takenAt,
    stream: byteStream(record.follow(file())),
    ended: record.ended,
  }
}
