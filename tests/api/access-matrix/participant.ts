import { testPassword } from '../../support/known-keys'
import { pdfOf, uploadOf } from '../../support/make-attachment'
import { makeComment, newComment, organisation } from '../../support/make-comment'
import { makeFollow, newFollow } from '../../support/make-follow'
import { makeInvitation } from '../../support/make-people'
import { makeUser } from '../../support/make-user'
import { solvedProof } from '../../support/solve-challenge'
import { at, credentialsOf, everybody, row } from './row'

export const participantRows = [
  row('GET /api/challenge', everybody, at('/api/challenge')),
  row('POST /api/measures/:key/comments', [201, 201, 201, 201], async (app) => ({
    path: '/api/measures/1.1/comments',
    json: newComment({ altcha: await solvedProof(app) }),
  })),
  row('POST /api/attachments', [201, 201, 201, 201], async () => ({
    path: '/api/attachments',
    upload: uploadOf('测算.pdf', pdfOf('测算')),
  })),
  row('POST /api/receipts/lookup', everybody, async (app) => ({
    path: '/api/receipts/lookup',
    json: await credentialsOf(app, 'published'),
  })),
  row('POST /api/receipts/form', everybody, async (app) => {
    const { publicId, queryCode } = await makeComment(app, { participant: organisation() })
    return { path: '/api/receipts/form', json: { publicId, queryCode } }
  }),
  row(
    'GET /api/verify-form',
    everybody,
    at('/api/verify-form?id=T001-7F3K-92QX&revision=1&hash=0123456789abcdef'),
  ),
  row('POST /api/receipts/resubmit', everybody, async (app) => ({
    path: '/api/receipts/resubmit',
    json: { ...(await credentialsOf(app, 'returned')), body: '改过的意见。', stance: 'partly' },
  })),
  row('POST /api/receipts/withdraw', everybody, async (app) => ({
    path: '/api/receipts/withdraw',
    json: await credentialsOf(app, 'returned'),
  })),
  row('POST /api/receipts/appeal', everybody, async (app) => ({
    path: '/api/receipts/appeal',
    json: { ...(await credentialsOf(app, 'returned')), text: '请再看一次。' },
  })),
  row('POST /api/follows', [409, 409, 409, 409], async () => ({ path: '/api/follows', json: newFollow() })),
  row('POST /api/follows/lookup', everybody, async (app) => ({
    path: '/api/follows/lookup',
    json: { token: await makeFollow(app) },
  })),
  row('POST /api/follows/confirm', everybody, async (app) => ({
    path: '/api/follows/confirm',
    json: { token: await makeFollow(app, {}, { isConfirmed: false }) },
  })),
  row('POST /api/follows/change', everybody, async (app) => ({
    path: '/api/follows/change',
    json: { token: await makeFollow(app), frequency: 'weekly' },
  })),
  row('POST /api/follows/end', everybody, async (app) => ({
    path: '/api/follows/end',
    json: { token: await makeFollow(app) },
  })),
  row('POST /api/auth/sign-in/email', everybody, async (app) => {
    const { email, password } = await makeUser(app, 'moderator')
    return { path: '/api/auth/sign-in/email', json: { email, password } }
  }),
  row('GET /api/auth/get-session', everybody, at('/api/auth/get-session')),
  row('POST /api/auth/sign-in/second-factor', [401, 401, 401, 401], async () => ({
    path: '/api/auth/sign-in/second-factor',
    json: { code: '123456' },
  })),
  row('POST /api/auth/invitations/look-up', everybody, async (app) => ({
    path: '/api/auth/invitations/look-up',
    json: { token: (await makeInvitation(app)).token },
  })),
  row('POST /api/auth/invitations/accept', everybody, async (app) => ({
    path: '/api/auth/invitations/accept',
    json: { token: (await makeInvitation(app)).token, password: testPassword },
  })),
  row('POST /api/auth/sign-out', everybody, async () => ({ path: '/api/auth/sign-out', json: {} })),
]
