import { sealAuditLog } from '../../../worker/services/transparency/seal-audit-log'
import { makeComment } from '../../support/make-comment'
import { currentKey } from '../../support/make-export'
import { at, everybody, row } from './row'

export const publicRows = [
  row('GET /api/health', everybody, at('/api/health')),
  row('GET /api/openapi.json', everybody, at('/api/openapi.json')),
  row('GET /api/plan', everybody, at('/api/plan')),
  row('GET /api/consultations', everybody, at('/api/consultations')),
  row('GET /api/measures/:key', everybody, at('/api/measures/1.1')),
  row('GET /api/measures/:key/comments', everybody, at('/api/measures/1.1/comments')),
  row('GET /api/comments/:publicId', everybody, async (app) => ({
    path: `/api/comments/${(await makeComment(app)).publicId}`,
  })),
  row('GET /api/search', everybody, at('/api/search?q=企业')),
  row('GET /api/revisions', everybody, at('/api/revisions')),
  row('GET /api/transparency', everybody, at('/api/transparency')),
  row('GET /api/transparency/entries', everybody, at('/api/transparency/entries')),
  row(
    'GET /api/transparency/inclusion',
    everybody,
    at('/api/transparency/inclusion?publicId=T001-7F3K-92QX'),
  ),
  row('GET /api/transparency/consistency', everybody, async (app) => {
    await sealAuditLog(app.context())
    return { path: '/api/transparency/consistency?from=1&to=1' }
  }),
  row('GET /api/moderation-log', everybody, at('/api/moderation-log')),
  row('GET /api/results', everybody, at('/api/results')),
  row('GET /api/results/:key', [404, 404, 404, 404], at('/api/results/1.1')),
  row('GET /api/figures', everybody, at('/api/figures')),
  row('GET /api/moderation-figures', everybody, at('/api/moderation-figures')),
  row('GET /api/moderation-policy', everybody, at('/api/moderation-policy')),
  row('GET /api/evidence/:file', [404, 404, 404, 404], at('/api/evidence/no-such-plan.zip')),
  row('GET /api/open-data/:file', everybody, async (app) => ({
    path: `/api/open-data/${await currentKey(app)}.zip`,
  })),
]
