import { describe, expect, it } from 'vitest'
import { closeSample } from '../../worker/services/coding/close-sample'
import { codeOf, makeCodebook, makeRun, makeSample, makeTag } from '../support/make-codebook'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { type Plan, startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
await makeConsultation(app)
await makeReasons(app)
const staff = await makeUser(app, 'staff')
const as = await signIn(app, staff)
const book = await makeCodebook(app)
const a1 = codeOf(book, 'A1')
const { publicId } = await makeComment(app)
const tag = await makeTag(app, publicId, codeOf(book, 'A2'))
const run = await makeRun(app, book.version, [{ publicId, code: a1, cluster: 1, phrase: '口径', score: 0.5 }])
const { sample } = await makeSample(app, { coders: [staff.actor, (await makeUser(app, 'staff')).actor] })
await closeSample(app.context(staff.actor), sample.id, { isEarly: true })

const ofCoding = /\b(tags|tag_suggestions|coding_sample_comments|blind_codings|cases|comments)\b/
const get = (path: string) => app.plansOf(() => app.get(`/api/staff/coding${path}`, { as }), ofCoding)
const post = (path: string, body: unknown) =>
  app.plansOf(() => app.post(`/api/staff/coding${path}`, body, { as }), ofCoding)

const large = 't|o|g|d|c|k|p|a|b|n|tags|tag_suggestions|comments|cases|coding_sample_comments|blind_codings'

/** What is read whole. */
function wholeTables(plans: Plan[]): string[] {
  const scan = new RegExp(`^SCAN (${large})\\b(?!.* INDEX )`)
  return plans.flatMap(({ sql: text, steps }) =>
    steps.filter(({ detail }) => scan.test(detail)).map(({ detail }) => `${detail} in ${text}`),
  )
}
const detailsOf = (plans: Plan[]) =>
  plans.flatMap(({ steps }) => steps.map(({ detail }) => detail)).join('\n')

describe('a page of comments to be sorted costs the same however many there are', () => {
  it.each([
    ['', 'SEARCH k USING INTEGER PRIMARY KEY (rowid>?)'],
    ['?view=untagged', 'SEARCH k USING INTEGER PRIMARY KEY (rowid>?)'],
    ['?view=suggested', 'tag_suggestions_open (comment_id>?)'],
    ['?measure=1.1&view=all&after=1', 'cases_of_measure (measure_id=? AND comment_id>?)'],
    ['?measure=1.1&view=untagged&after=1', 'untagged_comments_of_measure (measure_id=? AND comment_id>?)'],
    [
      '?measure=1.1&view=suggested&after=1',
      'tag_suggestions_open_of_measure (measure_id=? AND comment_id>?)',
    ],
  ])('%j', async (query, wanted) => {
    const plans = await get(`/comments${query}`)
    expect(wholeTables(plans)).toEqual([])
    expect(detailsOf(plans)).toContain(wanted)
    expect(detailsOf(plans)).not.toMatch(/SCAN p\b|TEMP B-TREE FOR (DISTINCT|ORDER BY|GROUP BY)/)
  })

  it('those without a tag come from a list of their own, not from the cases', async () => {
    const plans = await get('/comments?view=untagged')
    const texts = plans.map(({ sql: text }) => text).join('\n')
    expect(texts).toContain('FROM untagged_comments k NOT INDEXED')
    expect(texts).not.toContain('FROM cases k NOT INDEXED')
  })

  it.each(['/texts', '/texts?measure=1.1&after=1'])('%s', async (path) => {
    expect(wholeTables(await get(path))).toEqual([])
  })
})

describe('one comment is found by its keys', () => {
  it('with its tags, those taken off, and the suggestions', async () => {
    const plans = await get(`/comments/${publicId}`)
    expect(wholeTables(plans)).toEqual([])
    const details = detailsOf(plans)
    expect(details).toContain('tags_of_comment (comment_id=?)')
    expect(details).toContain('tags_removed (comment_id=?)')
    expect(details).toContain('tag_suggestions_open (comment_id=?)')
  })

  it.each([
    [`/comments/${publicId}/tags`, { revision: 1, code: a1 }],
    [`/tags/${tag.id}/remove`, {}],
    ['/suggestions/count', { run: run.id, cluster: 1, code: a1 }],
    ['/suggestions/settle', { run: run.id, cluster: 1, code: a1, upTo: 99, to: 'accepted' }],
    ['/suggestions/1/settle', { to: 'dismissed' }],
  ])('POST %s', async (path, body) => {
    expect(wholeTables(await post(path, body))).toEqual([])
  })
})

describe('samples and figures go by their own keys', () => {
  it.each([
    `/samples/${sample.id}/comments`,
    `/samples/${sample.id}/agreement`,
    '/samples',
    '/suggestion-runs',
  ])('GET %s', async (path) => {
    expect(wholeTables(await get(path))).toEqual([])
  })

  it('the lint reads the tags of its codes, by an index', async () => {
    const plans = await get(`/codebooks/${book.version}/lint`)
    expect(wholeTables(plans)).toEqual([])
    expect(detailsOf(plans)).toContain('tags_by_code')
  })
})
