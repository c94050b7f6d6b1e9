import type { NewComment } from '../../../worker/contract/comments'
import { sowPrivacyNotice } from '../../../worker/local/sow-privacy-notice'
import { makeComment, newComment } from '../../support/make-comment'
import { makeDraft } from '../../support/make-draft'
import { makeFollow } from '../../support/make-follow'
import { type AccessRow, at, credentialsOf, everybody, row } from './row'

const everybodyMovesOn = [303, 303, 303, 303] as const
const everybodyGivesTheCode = [403, 403, 403, 403] as const
const staffOrNone = [404, 404, 200, 200] as const
const draftPage =
  (page: string): AccessRow['request'] =>
  async (app) => ({ path: `/drafts/${(await makeDraft(app)).key}${page}` })
const asForm = ({ body, stance }: NewComment) => ({ body, stance, kind: 'individual', publish: 'yes' })

export const pageRows = [
  row('GET /open-data', everybody, at('/open-data')),
  row('GET /', everybody, at('/')),
  row('GET /consultations', everybody, at('/consultations')),
  row('GET /drafts/:key', staffOrNone, draftPage('')),
  row('GET /drafts/:key/consultations', staffOrNone, draftPage('/consultations')),
  row('GET /drafts/:key/measures/:measure', staffOrNone, draftPage('/measures/1.1')),
  row('GET /drafts/:key/measures/:measure/comment', staffOrNone, draftPage('/measures/1.1/comment')),
  row('GET /drafts/:key/*', [404, 404, 404, 404], draftPage('/figures')),
  row('GET /measures/:key', everybody, at('/measures/1.1')),
  row('GET /comments/:publicId', everybody, async (app) => ({
    path: `/comments/${(await makeComment(app)).publicId}`,
  })),
  row('GET /search', everybody, at('/search?q=企业')),
  row('GET /revisions', everybody, at('/revisions')),
  row('GET /measures/:key/comment', everybody, at('/measures/1.1/comment')),
  row('POST /measures/:key/comment', everybody, async () => ({
    path: '/measures/1.1/comment',
    form: asForm(newComment()),
  })),
  row('GET /policy', everybody, at('/policy')),
  row('GET /privacy', everybody, async (app) => {
    await sowPrivacyNotice(app.context())
    return { path: '/privacy?version=1' }
  }),
  row('GET /figures', everybody, at('/figures')),
  row('GET /moderation-log', everybody, at('/moderation-log')),
  row('GET /results', everybody, at('/results')),
  row('GET /results/print', [404, 404, 404, 404], at('/results/print')),
  row('GET /results/:key', [404, 404, 404, 404], at('/results/1.1')),
  row('GET /follow', everybody, at('/follow?measure=1.1')),
  row('POST /follow', [409, 409, 409, 409], async () => ({
    path: '/follow',
    form: { email: 'zhu@example.test', frequency: 'daily', 'subject.all': 'yes' },
  })),
  row('GET /follow/manage', everybody, async (app) => ({
    path: `/follow/manage?token=${await makeFollow(app)}`,
  })),
  row('POST /follow/manage', everybodyMovesOn, async (app) => ({
    path: `/follow/manage?token=${await makeFollow(app)}`,
    form: { frequency: 'weekly' },
  })),
  row('GET /follow/unsubscribe', everybody, async (app) => ({
    path: `/follow/unsubscribe?token=${await makeFollow(app)}`,
  })),
  row('POST /follow/unsubscribe', everybody, async (app) => ({
    path: `/follow/unsubscribe?token=${await makeFollow(app)}`,
    form: { 'List-Unsubscribe': 'One-Click' },
  })),
  row('GET /feeds/measures/:file', everybody, at('/feeds/measures/1.1.atom')),
  row('GET /feeds/answers.atom', everybody, at('/feeds/answers.atom')),
  row('GET /feeds/results.atom', everybody, at('/feeds/results.atom')),
  row('GET /feeds/revisions.atom', everybody, at('/feeds/revisions.atom')),
  row('GET /transparency', everybody, at('/transparency')),
  row('GET /receipts', everybody, at('/receipts')),
  row('POST /receipts', everybodyMovesOn, async (app) => ({
    path: '/receipts',
    form: await credentialsOf(app, 'published'),
  })),
  row('GET /receipts/:publicId', everybodyMovesOn, at('/receipts/T001-7F3K-92QX')),
  row('GET /receipts/:publicId/file', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/file')),
  row('GET /receipts/:publicId/edit', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/edit')),
  row('POST /receipts/:publicId/edit', everybodyGivesTheCode, async () => ({
    path: '/receipts/T001-7F3K-92QX/edit',
    form: { body: '改过的意见。', stance: 'partly' },
  })),
  row('GET /receipts/:publicId/withdraw', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/withdraw')),
  row('GET /receipts/:publicId/appeal', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/appeal')),
  row('POST /receipts/:publicId/appeal', everybodyGivesTheCode, async () => ({
    path: '/receipts/T001-7F3K-92QX/appeal',
    form: { text: '请再看一次。' },
  })),
  row('POST /receipts/:publicId/withdraw', everybodyMovesOn, async () => ({
    path: '/receipts/T001-7F3K-92QX/withdraw',
    form: {},
  })),
  row('GET /receipts/:publicId/form', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/form')),
  row('GET /receipts/:publicId/stamped', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/stamped')),
  row('POST /receipts/:publicId/stamped', everybodyMovesOn, async () => ({
    path: '/receipts/T001-7F3K-92QX/stamped',
    form: {},
  })),
  row('GET /verify-form', everybody, at('/verify-form')),
  row('GET /language/:code', everybodyMovesOn, at('/language/en')),
  row('GET /text-size/:size', everybodyMovesOn, at('/text-size/large')),
  row('GET /desk', everybody, at('/desk')),
  row('GET /desk/*', everybody, at('/desk/queue')),
]
