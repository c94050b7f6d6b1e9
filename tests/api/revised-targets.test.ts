import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { PlanView } from '../../worker/contract/plan'
import { bodyOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { makeRevision } from '../support/make-revision'
import { startRevisedPlan, target } from '../support/revised-plan'

const { app, measure } = await startRevisedPlan()

const to = (text: string) => makeRevision(app, [{ act: 'amend', clause: '1.1.2', text }])

describe('a target whose number is another', () => {
  it('is the same target with its new figure, wherever the plan is shown, and keeps what was thought of it', async () => {
    for (let count = 0; count < 5; count += 1) {
      const { publicId } = await makeComment(app, { clause: '1.1.2' })
      await app.db.run(sql`
        INSERT INTO target_opinions (comment_id, target_id, opinion, value)
        SELECT c.id, t.id, 'too_low', 400 FROM comments c JOIN clauses cl ON cl.id = c.clause_id
        JOIN targets t ON t.clause_id = cl.id WHERE c.public_id = ${publicId}`)
    }
    await to('到年底，力争新培育专精特新中小企业360家。')
    const { clauses, formerTargets } = await measure()
    const [found] = clauses[1]?.targets ?? []
    expect(found).toMatchObject({ quote: '360家', min: 360, max: 360, was: '300家' })
    expect(clauses[1]?.text.slice(found?.start, found?.end)).toBe('360家')
    expect(formerTargets).toEqual([])
    const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
    expect(plan.themes[0]?.measures[0]?.targets).toEqual(['360家'])
    const [before] = (await measure('?revision=1')).clauses[1]?.targets ?? []
    expect(before).toMatchObject({ key: found?.key, quote: '300家', was: null })
    expect(found?.opinions).toEqual(before?.opinions)
    expect(await (await app.get('/measures/1.1')).text()).toContain(words.zh.measure.targetWas('300家'))
    expect(await (await app.get('/measures/1.1?revision=1')).text()).not.toContain('第 1 版为“')
  })

  it('is followed from revision to revision, and back', async () => {
    const now = async () =>
      (await measure()).clauses[1]?.targets.map(({ quote, min, was }) => [quote, min, was])
    await to('力争新培育专精特新中小企业1300家。')
    expect(await now()).toEqual([['1300家', 1300, '300家']])
    await to('今后三年，力争新培育专精特新中小企业1500家以上。')
    expect(await now()).toEqual([['1500家以上', 1500, '300家']])
    await to(target)
    expect(await now()).toEqual([['300家', 300, null]])
  })
})
