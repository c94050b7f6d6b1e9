import { eq, sql } from 'drizzle-orm'
import type { UserActor } from '../../../worker/context'
import { users } from '../../../worker/db/schema'
import { closeSample } from '../../../worker/services/coding/close-sample'
import { listSampleComments } from '../../../worker/services/coding/list-sample-comments'
import {
  codeOf,
  makeCodebook,
  makeCodebookDraft,
  makeRun,
  makeSample,
  makeTag,
  testParameters,
} from '../../support/make-codebook'
import { makeComment } from '../../support/make-comment'
import { makeUser } from '../../support/make-user'
import type { TestApp } from '../../support/test-app'
import { at, row, staff } from './row'

const asAdmin = async ({ db }: TestApp): Promise<UserActor> => {
  const [user] = await db.select().from(users).where(eq(users.role, 'admin')).limit(1)
  if (!user) throw new Error('there is no administrator')
  return { kind: 'user', id: user.id, name: user.name, role: user.role }
}

export const codingRows = [
  row('GET /api/staff/coding/codebooks', staff, at('/api/staff/coding/codebooks')),
  row('GET /api/staff/coding/codebooks/:version', staff, async (app) => ({
    path: `/api/staff/coding/codebooks/${(await makeCodebook(app)).version}`,
  })),
  row('GET /api/staff/coding/codebooks/:version/lint', staff, async (app) => ({
    path: `/api/staff/coding/codebooks/${(await makeCodebook(app)).version}/lint`,
  })),
  row('POST /api/staff/coding/codebook-draft', staff, async () => ({
    path: '/api/staff/coding/codebook-draft',
    json: {},
  })),
  row('POST /api/staff/coding/codebook-draft/codes', staff, async (app) => {
    const { edit, codes } = await makeCodebookDraft(app)
    const json = { edit, key: `N${codes.length}`, theme: '新主题', name: '新编码', definition: '新的。' }
    return { path: '/api/staff/coding/codebook-draft/codes', json }
  }),
  row('POST /api/staff/coding/codebook-draft/codes/:id', staff, async (app) => {
    const draft = await makeCodebookDraft(app, ['A1'])
    const json = { edit: draft.edit, theme: '新主题', name: '新名称', definition: '新的。' }
    return { path: `/api/staff/coding/codebook-draft/codes/${codeOf(draft, 'A1')}`, json }
  }),
  row('POST /api/staff/coding/codebook-draft/codes/:id/retire', staff, async (app) => {
    const draft = await makeCodebookDraft(app, ['A1', 'Z9'])
    const json = { edit: draft.edit }
    return { path: `/api/staff/coding/codebook-draft/codes/${codeOf(draft, 'Z9')}/retire`, json }
  }),
  row('POST /api/staff/coding/codebook-draft/order', staff, async (app) => {
    const { edit, codes } = await makeCodebookDraft(app, ['A1', 'A2'])
    const json = { edit, codes: codes.map(({ id }) => id).reverse() }
    return { path: '/api/staff/coding/codebook-draft/order', json }
  }),
  row('POST /api/staff/coding/codebook-draft/discard', staff, async (app) => {
    const { edit } = await makeCodebookDraft(app, ['A1'])
    return { path: '/api/staff/coding/codebook-draft/discard', json: { edit } }
  }),
  row('POST /api/staff/coding/codebook-draft/publish', staff, async (app) => {
    const { edit } = await makeCodebookDraft(app, ['A1'])
    return { path: '/api/staff/coding/codebook-draft/publish', json: { edit, note: '第一版' } }
  }),
  row('GET /api/staff/coding/comments', staff, at('/api/staff/coding/comments')),
  row('GET /api/staff/coding/comments/:publicId', staff, async (app) => ({
    path: `/api/staff/coding/comments/${(await makeComment(app)).publicId}`,
  })),
  row('POST /api/staff/coding/comments/:publicId/tags', staff, async (app) => {
    const code = codeOf(await makeCodebook(app), 'A1')
    const { publicId } = await makeComment(app)
    return { path: `/api/staff/coding/comments/${publicId}/tags`, json: { revision: 1, code } }
  }),
  row('POST /api/staff/coding/tags/:id/remove', staff, async (app) => {
    const code = codeOf(await makeCodebook(app), 'A1')
    const { id } = await makeTag(app, (await makeComment(app)).publicId, code)
    return { path: `/api/staff/coding/tags/${id}/remove`, json: {} }
  }),
  row('GET /api/staff/coding/texts', staff, at('/api/staff/coding/texts')),
  row('GET /api/staff/coding/suggestion-runs', staff, at('/api/staff/coding/suggestion-runs')),
  row('POST /api/staff/coding/suggestion-runs', staff, async (app) => {
    const { version } = await makeCodebook(app)
    const clusters = [{ number: 1, size: 1, phrases: ['口径'], examples: [] }]
    const json = { version, seed: 7, parameters: testParameters, clusters, commentCount: 1 }
    return { path: '/api/staff/coding/suggestion-runs', json }
  }),
  row('POST /api/staff/coding/suggestion-runs/:id/suggestions', [401, 403, 404, 200], async (app) => {
    const { version } = await makeCodebook(app)
    const { id } = await makeRun(app, version, [], { by: await asAdmin(app), isLast: false })
    return { path: `/api/staff/coding/suggestion-runs/${id}/suggestions`, json: { isLast: true } }
  }),
  row('POST /api/staff/coding/suggestions/count', staff, async () => ({
    path: '/api/staff/coding/suggestions/count',
    json: { run: 1, cluster: 1, code: 1 },
  })),
  row('POST /api/staff/coding/suggestions/settle', staff, async () => ({
    path: '/api/staff/coding/suggestions/settle',
    json: { run: 1, cluster: 1, code: 1, upTo: 0, to: 'accepted' },
  })),
  row('POST /api/staff/coding/suggestions/:id/settle', staff, async (app) => {
    const codebook = await makeCodebook(app)
    const { publicId } = await makeComment(app)
    const code = codeOf(codebook, 'A1')
    await makeRun(app, codebook.version, [{ publicId, code, cluster: 1, phrase: '口径', score: 0.5 }])
    const [open] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM tag_suggestions`)
    return { path: `/api/staff/coding/suggestions/${open?.id}/settle`, json: { to: 'accepted' } }
  }),
  row('GET /api/staff/coding/coders', staff, at('/api/staff/coding/coders')),
  row('GET /api/staff/coding/samples', staff, at('/api/staff/coding/samples')),
  row('POST /api/staff/coding/samples', staff, async (app) => {
    const { first, second } = await makeSample(app)
    const json = { size: 1, seed: 7, firstCoder: first.id, secondCoder: second.id }
    return { path: '/api/staff/coding/samples', json }
  }),
  row('GET /api/staff/coding/samples/:id/comments', [401, 403, 404, 200], async (app) => {
    const { sample } = await makeSample(app, {
      coders: [await asAdmin(app), (await makeUser(app, 'staff')).actor],
    })
    return { path: `/api/staff/coding/samples/${sample.id}/comments` }
  }),
  row('POST /api/staff/coding/samples/:id/codings', [401, 403, 404, 200], async (app) => {
    const { sample, first } = await makeSample(app, {
      coders: [await asAdmin(app), (await makeUser(app, 'staff')).actor],
    })
    const { items } = await listSampleComments(app.context(first), sample.id, {})
    const json = { publicId: items[0]?.publicId ?? '' }
    return { path: `/api/staff/coding/samples/${sample.id}/codings`, json }
  }),
  row('POST /api/staff/coding/samples/:id/close', staff, async (app) => ({
    path: `/api/staff/coding/samples/${(await makeSample(app)).sample.id}/close`,
    json: { isEarly: true },
  })),
  row('GET /api/staff/coding/samples/:id/agreement', staff, async (app) => {
    const { sample, first } = await makeSample(app)
    await closeSample(app.context(first), sample.id, { isEarly: true })
    return { path: `/api/staff/coding/samples/${sample.id}/agreement` }
  }),
]
