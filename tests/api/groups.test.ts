import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { GroupView } from '../../worker/contract/moderation/groups'
import { bodyOf, errorOf } from '../support/answers'
import { copyComment, decide, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { addSignal, groupIdOf, makeLookalikes } from '../support/make-review'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'moderator')

const read = async (id: number, after = '') =>
  bodyOf<GroupView>(await app.get(`/api/moderation/groups/${id}${after && `?after=${after}`}`, { as }))

describe('a group of near-identical comments', () => {
  it('has all its members in order of arrival, decided or not, with both totals', async () => {
    const [first, second, third] = await makeLookalikes(app, 3, { participant: organisation(7) })
    await decide(app, { publicId: second?.publicId ?? '', revision: 1, decision: 'publish' })
    await app.db.run(sql`UPDATE comments SET similarity = 0.82 WHERE public_id = ${third?.publicId}`)
    await app.db.run(sql`DELETE FROM comment_signals`)
    await addSignal(app, third?.publicId ?? '', 'phone')
    const group = await read(await groupIdOf(app, first?.publicId ?? ''))
    expect(group).toMatchObject({ members: 3, open: 2, next: null })
    expect(group.items).toMatchObject([
      { ...first, state: 'pending', revision: 1, signals: [] },
      { publicId: second?.publicId, reviewId: null, state: 'published' },
      { ...third, similarity: 0.82, signals: [{ kind: 'phone', start: 2, end: 5, detail: null }] },
    ])
    expect(group.items[0]?.author.name).toBe('第7精密制造有限公司')
  })

  it('is read in pages', async () => {
    const [first] = await makeLookalikes(app, 1)
    const id = await groupIdOf(app, first?.publicId ?? '')
    await copyComment(app, first?.publicId ?? '', 44)
    await app.db.run(sql`
      UPDATE comments SET similar_group_id = ${id}, similarity = 1
      WHERE id > (SELECT id FROM comments WHERE public_id = ${first?.publicId})`)
    const seen: string[] = []
    let after = ''
    for (const size of [20, 20, 5]) {
      const page = await read(id, after)
      expect(page).toMatchObject({ members: 45 })
      expect(page.items).toHaveLength(size)
      seen.push(...page.items.map(({ publicId }) => publicId))
      after = page.next ?? ''
    }
    expect(after).toBe('')
    expect(new Set(seen).size).toBe(45)
  })

  it('is not found where there is none', async () => {
    expect((await errorOf(await app.get('/api/moderation/groups/999999', { as }))).code).toBe('not_found')
    expect((await errorOf(await app.get('/api/moderation/groups/0', { as }))).code).toBe('invalid_input')
    expect((await errorOf(await app.get('/api/moderation/groups/1?after=x', { as }))).code).toBe(
      'invalid_cursor',
    )
  })
})
