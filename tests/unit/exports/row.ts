import type { ExportRow } from '../../../worker/services/exports/export-row'
import type { ExportScope } from '../../../worker/services/exports/scope'
import { commentTable } from '../../../worker/services/exports/tables/comment-table'
import type { FilledTable } from '../../../worker/services/exports/tables/table'

/** A row as an enterprise's published comment gives it, but for what the test says. */
export function exportRow(change: Partial<ExportRow> = {}): ExportRow {
  return {
    publicId: 'GX21-7F3K-92QX',
    revision: 1,
    state: 'published',
    channel: 'online',
    receivedOn: '2021-03-19',
    reference: null,
    importFile: null,
    themeNumber: 7,
    themeTitle: '加大服务支持企业力度，激发市场主体新活力',
    measureKey: '7.1',
    measureTitle: '培育壮大制造业企业群',
    clauseKey: '7.1.3',
    clauseText: '力争新培育专精特新中小企业300家、专精特新“小巨人”企业50家。',
    planRevision: 1,
    quote: null,
    orphanedIn: null,
    parentPublicId: null,
    participantKind: 'enterprise',
    author: '东莞市恒岳精密模具有限公司',
    organisationName: '东莞市恒岳精密模具有限公司',
    uscc: '91441900MAX100075R',
    isVerified: false,
    isStamped: false,
    hasAnnex: false,
    annexSummary: null,
    annexOpenings: null,
    stampState: null,
    displayName: null,
    showName: null,
    size: 'small',
    industry: 'C',
    city: '4419',
    consentPublish: true,
    noticeVersion: 1,
    stance: 'partly',
    body: '建议改为近三年平均。',
    wording: null,
    characters: 10,
    hiddenCount: 0,
    targetOpinions: [
      {
        key: '7.1.3.1',
        quote: '300家',
        opinion: 'too_high',
        value: 200,
        unit: '家',
        evidence: '去年新增 120 家',
      },
    ],
    replyCount: 2,
    similarGroupId: null,
    similarCount: null,
    similarity: null,
    signals: [],
    contact: null,
    createdAt: '2021-03-19T01:12:05.000Z',
    submittedAt: '2021-03-19T01:12:05.000Z',
    decidedAt: '2021-03-19T16:30:00.000Z',
    decision: 'publish',
    reasonId: 'in_order',
    reasonText: '您的意见符合征集要求，已审核通过。',
    note: null,
    moderator: '审核员一',
    decidedCount: 1,
    appealedAt: null,
    isAdmissible: true,
    openedAt: '2021-03-19T16:30:00.000Z',
    unit: '中小企业处',
    assignee: '李工',
    dueAt: null,
    disposition: 'partly',
    dispositionVersion: 1,
    dispositionReason: '已改为近三年平均的下限。',
    passedTo: null,
    changedClauses: [{ clauseKey: '7.1.3', revision: 2, kind: 'amend', text: '力争新培育260家。' }],
    disposedAt: '2021-04-20T02:00:00.000Z',
    disposedBy: '李工',
    responseId: 1,
    responseState: 'published',
    responseText: '感谢您的建议。',
    responseVersion: 1,
    respondedAt: '2021-04-25T02:00:00.000Z',
    draftText: null,
    codes: [],
    ...change,
  }
}

export const scope: ExportScope = {
  consultationId: 1,
  consultationKey: 'plan-2021',
  audience: 'staff',
  filters: {},
  isDisclosed: true,
  readerId: null,
  lastCommentId: 1,
  lastAuditId: 1,
  about: {
    consultation: '2021年主要工作安排',
    authority: '某省工业和信息化厅',
    opensAt: '2021-02-28T16:00:00.000Z',
    closesAt: '2021-03-30T16:00:00.000Z',
    takenAt: '2021-03-20T02:00:00.000Z',
    filters: {},
  },
}

export async function* pagesOf<Row>(...pages: Row[][]) {
  yield* pages
}

/** The table of comments with these pages. */
export const commentsOf = (pages: AsyncIterable<ExportRow[]>): FilledTable<ExportRow> => ({
  ...commentTable,
  rows: pages,
})

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

/** The text as it is in the bytes, byte order mark included. */
export async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(stream))
}
