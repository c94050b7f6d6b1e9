import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { MeasureResultView } from '../../worker/contract/results'
import type { ExportQuery } from '../../worker/contract/staff'
import { dispositions, type ExportAudience, participantKinds } from '../../worker/contract/words'
import { openScope } from '../../worker/services/exports/open-scope'
import { readAdoptionRows } from '../../worker/services/exports/reading/read-adoption-rows'
import { readPlanNames } from '../../worker/services/exports/reading/read-plan-names'
import { bodyOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const measures = ['1.1', '1.2']
const groups = [901, 902]

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  for (const measure of measures) await makeComment(app, { measure })
  await app.db.run(sql`
    INSERT INTO similar_groups (id, text_hash, normal_text, created_at)
    VALUES (901, 'a', '', 1), (902, 'b', '', 1)`)
  await app.db.run(sql`UPDATE consultations SET result_at = 1`)
})

const idOfMeasure = (key: string) =>
  sql`(SELECT m.id FROM measures m JOIN consultations s ON s.id = m.consultation_id WHERE s.is_current = 1 AND m.key = ${key})`
const carried = sql.raw(
  `query_code_hash, consultation_id, measure_id, body, stance, is_publishable, created_at, submitted_at,
  decided_at, uscc, participant_name`,
)
let made = 0

const states = ['published', 'published', 'private', 'withdrawn', 'rejected'] as const
const state = fc.constantFrom(...states)
const group = fc.constantFrom(null, ...groups)
const disposition = fc.constantFrom(null, ...dispositions.slice(0, 2))
const which = fc.nat({ max: 40 })
const act = fc.oneof(
  fc.record({
    act: fc.constant('send' as const),
    measure: fc.constantFrom(...measures),
    kind: fc.constantFrom(...participantKinds.filter((kind) => kind !== 'association')),
    state,
    group,
  }),
  fc.record({ act: fc.constant('decide' as const), which, state }),
  fc.record({ act: fc.constant('regroup' as const), which, group }),
  fc.record({ act: fc.constant('resubmit' as const), which, group, state }),
  fc.record({ act: fc.constant('dispose' as const), which, disposition }),
  fc.record({ act: fc.constant('disposeOfGroup' as const), group: fc.constantFrom(...groups), disposition }),
  fc.record({ act: fc.constant('admit' as const), which, isAdmissible: fc.nat({ max: 1 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const disposeOf = (disposition: string | null, of: SQL) => sql`
  UPDATE cases SET disposition = ${disposition}, disposition_version = ${disposition === null ? 0 : 1}
  WHERE comment_id IN (${of})`

function statementOf(deed: Act): SQL {
  if (deed.act === 'send') {
    made += 1
    return sql`
      INSERT INTO comments (public_id, state, participant_kind, similar_group_id, ${carried})
      SELECT ${`SENT-0000-${String(made).padStart(4, '0')}`}, ${deed.state}, ${deed.kind}, ${deed.group}, query_code_hash,
        consultation_id, measure_id, body, stance, 1, created_at, submitted_at, decided_at, 'X', '某单位'
      FROM comments WHERE measure_id = ${idOfMeasure(deed.measure)} ORDER BY id LIMIT 1`
  }
  if (deed.act === 'disposeOfGroup')
    return disposeOf(deed.disposition, sql`SELECT id FROM comments WHERE similar_group_id = ${deed.group}`)
  const id = sql`(SELECT id FROM comments ORDER BY id LIMIT 1
    OFFSET ${deed.which} % (SELECT count(*) FROM comments))`
  if (deed.act === 'decide') return sql`UPDATE comments SET state = ${deed.state} WHERE id = ${id}`
  if (deed.act === 'regroup')
    return sql`UPDATE comments SET similar_group_id = ${deed.group} WHERE id = ${id}`
  if (deed.act === 'resubmit')
    return sql`UPDATE comments SET similar_group_id = ${deed.group}, state = ${deed.state},
      revision = revision + 1 WHERE id = ${id}`
  if (deed.act === 'dispose') return disposeOf(deed.disposition, id)
  return sql`UPDATE cases SET is_admissible = ${deed.isAdmissible} WHERE comment_id = ${id}
    AND (SELECT state FROM comments WHERE id = ${id}) IN ('published', 'private')`
}

interface Admissible {
  id: number
  publicId: string
  measure: string
  kind: string
  likeness: number
  disposition: string | null
  isPublished: number
}
const listAdmissible = () =>
  app.rows<Admissible>(sql`
    SELECT c.id, c.public_id AS publicId, m.key AS measure, c.participant_kind AS kind,
      coalesce(c.similar_group_id, -c.id) AS likeness, k.disposition, c.state = 'published' AS isPublished
    FROM comments c JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    JOIN measures m ON m.id = c.measure_id ORDER BY c.id`)

/** First and number of those that have the same in common, in order. */
function rowsOf(chosen: Admissible[], inCommon: (one: Admissible) => unknown[]): [string, number][] {
  const rows = new Map<string, [string, number]>()
  for (const one of chosen) {
    const key = JSON.stringify(inCommon(one))
    const row = rows.get(key) ?? [one.publicId, 0]
    rows.set(key, [row[0], row[1] + 1])
  }
  return [...rows.values()]
}
const disposedAlike = ({ likeness, measure, disposition }: Admissible) => [likeness, measure, disposition]

async function readExport(
  audience: ExportAudience,
  filters: ExportQuery,
  isDisclosed: boolean,
  isLive = false,
) {
  const opened = await openScope(app.context(), { audience, filters, takenAt: app.clock.now() })
  const scope = { ...opened, isDisclosed }
  const names = await readPlanNames(app.context(), scope)
  const listed: [string, number][] = []
  for await (const page of readAdoptionRows((query) => app.db.all(query), scope, names, { isLive }))
    for (const { publicId, count } of page) listed.push([publicId.replace(/（.*/, ''), count])
  return listed
}

async function readPages(measure: string) {
  const listed: [string, number][] = []
  for (let after = ''; ; ) {
    const { rows } = await bodyOf<MeasureResultView>(await app.get(`/api/results/${measure}?limit=2${after}`))
    listed.push(...rows.items.map((row): [string, number] => [row.publicId, row.similarCount]))
    if (rows.next === null) return listed
    after = `&after=${rows.next}`
  }
}

it('keeps the rows of the adoption table true, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      await app.db.batch(acts.map((deed) => app.db.run(statementOf(deed))) as never)
      const defined = await app.rows(sql`
        SELECT min(c.id) AS first_comment_id, c.measure_id, coalesce(c.similar_group_id, -c.id) AS similar_key,
          coalesce(k.disposition, '') AS disposition, c.state = 'published' AS is_published, count(*) AS comment_count
        FROM comments c JOIN cases k ON k.comment_id = c.id WHERE k.is_admissible = 1
        GROUP BY 2, 3, 4, 5 ORDER BY 1`)
      expect(await app.rows(sql`SELECT * FROM adoption_rows ORDER BY 1`)).toEqual(defined)

      const all = await listAdmissible()
      const open = all.filter(({ isPublished }) => isPublished === 1)
      for (const key of measures)
        expect(await readPages(key)).toEqual(
          rowsOf(
            open.filter(({ measure }) => measure === key),
            disposedAlike,
          ),
        )
      expect(await readExport('staff', {}, true)).toEqual(rowsOf(all, disposedAlike))
      expect(await readExport('public', {}, true)).toEqual(rowsOf(open, disposedAlike))
      expect(await readExport('public', {}, true, true)).toEqual(rowsOf(open, disposedAlike))
      expect(await readExport('public', {}, false)).toEqual(
        rowsOf(open, ({ likeness, measure }) => [likeness, measure]),
      )
      const firms = all.filter(({ kind, measure }) => kind === 'enterprise' && measure === '1.1')
      expect((await readExport('staff', { kind: 'enterprise', measure: '1.1' }, true)).sort()).toEqual(
        rowsOf(firms, disposedAlike).sort(),
      )
    }),
    { numRuns: 12, seed: 2021 },
  )
}, 60_000)
