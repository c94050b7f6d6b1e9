import type { ExportAbout, ExportRow } from '../../../worker/services/exports/export-row'

/** A row as an enterprise's published comment gives it, but for what the test says. */
export function exportRow(change: Partial<ExportRow> = {}): ExportRow {
  return {
    publicId: 'GX21-7F3K-92QX',
    revision: 1,
    state: 'published',
    themeNumber: 7,
    themeTitle: '加大服务支持企业力度，激发市场主体新活力',
    measureKey: '7.1',
    measureTitle: '培育壮大制造业企业群',
    clauseKey: '7.1.3',
    clauseText: '力争新培育专精特新中小企业300家、专精特新“小巨人”企业50家。',
    parentPublicId: null,
    participantKind: 'enterprise',
    organisationName: '东莞市恒岳精密模具有限公司',
    uscc: '91441900MAX100075R',
    isVerified: false,
    displayName: null,
    showName: null,
    consentPublish: true,
    stance: 'partly',
    body: '建议改为近三年平均。',
    characters: 10,
    hiddenCount: 0,
    replyCount: 2,
    contact: null,
    createdAt: '2021-03-19T01:12:05.000Z',
    decidedAt: '2021-03-19T16:30:00.000Z',
    decision: 'publish',
    reasonId: 'in_order',
    reasonText: '您的意见符合征集要求，已审核通过。',
    note: null,
    moderator: '审核员一',
    decidedCount: 1,
    appealedAt: null,
    ...change,
  }
}

export const about: ExportAbout = {
  consultation: '2021 年主要工作安排',
  takenAt: '2021-03-20T02:00:00.000Z',
  filters: {},
}

export async function* pagesOf(...pages: ExportRow[][]) {
  yield* pages
}

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

/** The text as it is in the bytes, byte order mark included. */
export async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(stream))
}
