import type { CommentView, ThreadView } from '../../../worker/contract/comments'
import { noSupports } from '../../../worker/contract/supports'

/** A published comment of an enterprise on 7.1.2, but for what the test says. */
export function comment(change: Partial<CommentView> = {}): CommentView {
  return {
    publicId: 'GX21-7F3K-92QX',
    measureKey: '7.1',
    clauseKey: '7.1.2',
    quote: null,
    wording: null,
    madeOn: null,
    parentId: null,
    depth: 0,
    isUnconfirmed: false,
    body: '“小巨人”认定要求近两年研发费用占比不低于 3%，模具行业普遍在 2.4% 左右，建议按细分行业设档。',
    isErased: false,
    stance: 'partly',
    disposition: null,
    author: { kind: 'enterprise', name: '东莞市启明精密模具有限公司', isVerified: true },
    revision: 1,
    createdAt: '2021-04-03T01:12:00.000Z',
    replyCount: 0,
    attachmentCount: 0,
    isStamped: false,
    annexSummary: null,
    supports: noSupports,
    ...change,
  }
}

/** An answer to a comment, by an individual. */
export function reply(publicId: string, parentId: string, change: Partial<CommentView> = {}): CommentView {
  return comment({
    publicId,
    parentId,
    depth: 1,
    body: '附行业 2020 年研发强度抽样，可供测算。',
    stance: 'suggest',
    author: { kind: 'individual', name: '李**', isVerified: false },
    createdAt: '2021-04-04T02:00:00.000Z',
    ...change,
  })
}

export const thread: ThreadView = {
  ...comment({ replyCount: 1 }),
  replies: [reply('GX21-7F3K-92QY', 'GX21-7F3K-92QX')],
}
