import { beforeEach, describe, expect, it } from 'vitest'
import { makeComment } from '../support/make-comment'
import { closeDraft, makeRevision } from '../support/make-revision'
import { startRevisedPlan } from '../support/revised-plan'

const { app } = await startRevisedPlan()
beforeEach(() => app.limits.reset())

const text = '力争新培育专精特新中小企业260家。'
const suggesting = (change: object = {}) =>
  makeComment(app, { clause: '1.1.2', wording: { text }, ...change })
const formFrom = (publicId: string, measure = '1.1') =>
  app.get(`/measures/${measure}/comment?start=${publicId}`)
const fieldIn = (html: string) => /<textarea[^>]*name="wording"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1]
const linkIn = (html: string) => /href="([^"]*[?&]start=[^"]*)"/.exec(html)?.[1]

describe('a public wording', () => {
  it('is linked to the form that begins with it, its words nowhere in the address', async () => {
    const { publicId } = await suggesting()
    for (const path of [`/comments/${publicId}`, '/measures/1.1']) {
      const link = linkIn(await (await app.get(path)).text())
      expect(link).toBe(`/measures/1.1/comment?start=${publicId}`)
    }
    const html = await (await formFrom(publicId)).text()
    expect(fieldIn(html)).toBe(text)
    expect(html).toMatch(/<option[^>]*value="1\.1\.2"[^>]*selected/)
    expect(html).toMatch(/<details[^>]*\sopen/)
  })

  it('starts none where there is nothing public of that measure to start from', async () => {
    const { publicId: pending } = await suggesting({ state: 'pending' })
    const { publicId: silent } = await makeComment(app, { clause: '1.1.2' })
    const { publicId } = await suggesting()
    for (const [id, measure] of [
      [pending, '1.1'],
      [silent, '1.1'],
      [publicId, '1.2'],
      ['T001-AAAA-AAAA', '1.1'],
    ] as const)
      expect((await formFrom(id, measure)).status).toBe(404)
    expect(linkIn(await (await app.get(`/comments/${silent}`)).text())).toBeUndefined()
  })

  it('starts none once its clause is gone', async () => {
    const { publicId } = await suggesting()
    await closeDraft(app)
    await makeRevision(app, [{ act: 'remove', clause: '1.1.2' }])
    expect((await formFrom(publicId)).status).toBe(404)
    expect(linkIn(await (await app.get(`/comments/${publicId}`)).text())).toBeUndefined()
  })

  it('has no link once the consultation is closed', async () => {
    const { publicId } = await suggesting()
    app.clock.advance(60 * 86_400_000)
    expect(linkIn(await (await app.get(`/comments/${publicId}`)).text())).toBeUndefined()
    app.clock.advance(-60 * 86_400_000)
  })
})
