import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { NewComment } from '../../worker/contract/comments'
import type { CrosstabView, FigureDimension, FiguresView } from '../../worker/contract/figures'
import type { MeasureView } from '../../worker/contract/plan'
import type { CommentState } from '../../worker/contract/words'
import { bodyOf, errorOf } from '../support/answers'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
let as = ''

type Said = Partial<NewComment> & { state?: CommentState; measure?: string }
const times = async (count: number, said: Said) => {
  for (let i = 0; i < count; i += 1) await makeComment(app, said)
}
const firm = (profile: object = {}) => ({ ...organisation(7), profile })
const answer = (opinion: 'too_high' | 'fitting' | 'too_low', value?: number) => [
  { target: '1.1.2.1', opinion, ...(value !== undefined && { value }) },
]

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'staff')
  const dongguan = firm({ size: 'small', industry: 'C', city: '4419' })
  const shenzhen = firm({ size: 'large', industry: 'C', city: '4403' })
  for (const value of [200, 250, 250, 280, 280, 290])
    await makeComment(app, { participant: dongguan, stance: 'partly', targets: answer('too_high', value) })
  await times(5, { participant: shenzhen, stance: 'support', targets: answer('fitting') })
  await times(2, { participant: dongguan, stance: 'support', measure: '1.2' })
  await times(6, { stance: 'suggest', measure: '2.1' })
  await makeComment(app, { participant: firm({ size: 'micro' }), stance: 'oppose', measure: '2.1' })
  await makeComment(app, { participant: firm({ city: '4453' }), stance: 'oppose', state: 'private' })
  await makeComment(app, {
    participant: firm({ city: '4453' }),
    targets: answer('too_low', 900),
    state: 'rejected',
  })
  await makeComment(app, { participant: firm({ city: '4402' }), state: 'pending' })
  // With the result the public is shown the same counts as staff: until then they come by fives.
  await app.db.run(sql`UPDATE consultations SET result_at = ${app.clock.now().getTime()}`)
})

const publicFigures = async () => bodyOf<FiguresView>(await app.get('/api/figures'))
const staffFigures = async (query = '') =>
  bodyOf<FiguresView>(await app.get(`/api/staff/figures${query}`, { as }))
const crosstab = async (rows: FigureDimension, columns: FigureDimension, more = '') =>
  bodyOf<CrosstabView>(
    await app.get(`/api/staff/figures/crosstab?rows=${rows}&columns=${columns}${more}`, { as }),
  )
const cellsOf = (view: FiguresView, dimension: FigureDimension) =>
  Object.fromEntries(view.breakdowns[dimension].cells.map(({ key, n }) => [key, n]))

describe('the public figures', () => {
  it('count what is published, with shares of those who said it', async () => {
    const view = await publicFigures()
    expect(view.n).toBe(20)
    expect(cellsOf(view, 'kind')).toEqual({ enterprise: 14, association: 0, institution: 0, individual: 6 })
    expect(view.breakdowns.kind.cells[0]?.share).toBeCloseTo(14 / 20)
    expect(view.breakdowns.size.n).toBe(14)
    expect(cellsOf(view, 'industry')).toMatchObject({ A: 0, C: 13 })
    expect(cellsOf(view, 'city')).toMatchObject({ '4403': 5, '4419': 8, '4453': 0, '4402': 0 })
  })

  it('give measure, stance and kind as they are, however few: every public comment shows its own', async () => {
    const view = await publicFigures()
    expect(cellsOf(view, 'stance')).toEqual({ support: 7, partly: 6, oppose: 1, suggest: 6 })
    expect(cellsOf(view, 'measure')).toEqual({ '1.1': 11, '1.2': 2, '2.1': 7 })
    expect(view.breakdowns.measure.n).toBe(20)
  })

  it('hide a size that one organisation gave, and another so that it cannot be computed back', async () => {
    const view = await publicFigures()
    expect(cellsOf(view, 'size')).toEqual({ large: null, medium: 0, small: 8, micro: null })
  })

  it('tell what is thought of a target, with median and quartiles of the figures suggested', async () => {
    const [target] = (await publicFigures()).targets
    expect(target).toMatchObject({ key: '1.1.2.1', measure: '1.1', quote: '300家', min: 300, unit: '家' })
    expect(target?.opinions).toEqual({
      n: 11,
      cells: [
        { key: 'too_high', n: 6, share: 6 / 11 },
        { key: 'fitting', n: 5, share: 5 / 11 },
        { key: 'too_low', n: 0, share: 0 },
      ],
    })
    // Python 3.11, statistics.quantiles([200, 250, 250, 280, 280, 290], method="inclusive").
    expect(target?.suggested).toEqual({ n: 6, lowerQuartile: 250, median: 265, upperQuartile: 280 })
  })

  it('map who has not spoken, but not by what nobody may see', async () => {
    const { silence } = await publicFigures()
    expect(silence.measures).toContainEqual({ key: '1.2', spoken: ['enterprise'] })
    expect(silence.city).toHaveLength(21)
    expect(silence.industry).toHaveLength(20)
    expect(silence.city.filter(({ hasSpoken }) => hasSpoken).map(({ key }) => key)).toEqual(['4403', '4419'])
  })

  it('stand on the measure’s own target', async () => {
    const measure = await bodyOf<MeasureView>(await app.get('/api/measures/1.1'))
    expect(measure.clauses[1]?.targets[0]?.opinions.n).toBe(11)
  })
})

describe('the figures for staff', () => {
  it('count private comments too, and none that was refused or waits', async () => {
    const view = await staffFigures()
    expect(view.n).toBe(21)
    expect(cellsOf(view, 'stance')).toEqual({ support: 7, partly: null, oppose: null, suggest: 6 })
    expect(view.silence.city.find(({ key }) => key === '4453')?.hasSpoken).toBe(true)
    expect(view.silence.city.find(({ key }) => key === '4402')?.hasSpoken).toBe(false)
  })

  it('can be of one measure', async () => {
    const view = await staffFigures('?measure=2.1')
    expect(view).toMatchObject({ measure: '2.1', n: 7, targets: [] })
    expect(cellsOf(view, 'measure')).toEqual({ '2.1': 7 })
    expect(view.silence.measures).toHaveLength(3)
    expect((await errorOf(await app.get('/api/staff/figures?measure=9.9', { as }))).code).toBe('not_found')
  })
})

describe('a cross-table', () => {
  it('sets two dimensions against each other and says how far they go together', async () => {
    const table = await crosstab('city', 'size')
    expect(table).toMatchObject({
      rows: { dimension: 'city', keys: ['4403', '4419'] },
      columns: { dimension: 'size', keys: ['large', 'small'] },
      n: 13,
      rowTotals: [5, 8],
      columnTotals: [5, 8],
      cells: [
        [5, 0],
        [0, 8],
      ],
    })
    expect(table.association).toMatchObject({ chiSquare: 13, degrees: 1, cramersV: 1, chance: 'below_0.001' })
    expect(table.association?.isReliable).toBe(false)
  })

  it.each([
    ['kind', 'measure'],
    ['measure', 'stance'],
    ['industry', 'measure'],
    ['stance', 'city'],
    ['size', 'kind'],
    ['city', 'industry'],
  ] as const)('%s by %s is that of the rows, seen from either side', async (rows, columns) => {
    const table = await crosstab(rows, columns)
    const turned = await crosstab(columns, rows)
    expect(turned.n).toBe(table.n)
    expect(turned.rowTotals).toEqual(table.columnTotals)
    expect(turned.columnTotals).toEqual(table.rowTotals)
    const column: Record<FigureDimension, string> = {
      measure: 'm.key',
      kind: 'c.participant_kind',
      stance: 'c.stance',
      size: 'p.size',
      industry: 'p.industry',
      city: 'p.city',
    }
    const [a, b] = [sql.raw(column[rows]), sql.raw(column[columns])]
    const counted = await app.rows<{ a: string; b: string; n: number }>(sql`
      SELECT ${a} AS a, ${b} AS b, count(*) AS n FROM comments c JOIN measures m ON m.id = c.measure_id
      LEFT JOIN participant_profiles p ON p.comment_id = c.id
      WHERE c.state IN ('published', 'private') AND ${a} IS NOT NULL AND ${b} IS NOT NULL GROUP BY 1, 2`)
    expect(counted.length).toBeGreaterThan(0)
    for (const { a: row, b: other, n } of counted) {
      const cell = table.cells?.[table.rows.keys.indexOf(row)]?.[table.columns.keys.indexOf(other)] ?? null
      expect([n, null]).toContain(cell)
      if (n < 5) expect(cell).toBeNull()
    }
  })

  it('gives the statistic roughly where a cell is hidden, for it would give that away', async () => {
    const table = await crosstab('measure', 'stance')
    const hidden = table.cells?.flat().filter((cell) => cell === null).length ?? 0
    if (table.cells) {
      expect(hidden).toBeGreaterThan(1)
      expect(table.association).toMatchObject({ chiSquare: null, p: null })
      expect((table.association?.cramersV ?? 0) * 10).toBeCloseTo(
        Math.round((table.association?.cramersV ?? 0) * 10),
      )
    } else expect(table.association).toBeNull()
  })

  it('is refused against itself', async () => {
    const refused = await app.get('/api/staff/figures/crosstab?rows=kind&columns=kind', { as })
    expect((await errorOf(refused)).fields).toHaveProperty('columns')
  })
})

describe('reading figures', () => {
  it.each(['/api/figures', '/api/staff/figures', '/api/staff/figures/crosstab?rows=city&columns=stance'])(
    '%s reads counters and the plan, never the comments',
    async (path) => {
      const plans = await app.plansOf(() => app.get(path, { as }), /\bFROM (measures|profile_counts)\b/)
      const details = plans.flatMap(({ steps }) => steps.map(({ detail }) => detail))
      expect(details.join('\n')).not.toMatch(/\b(comments|participant_profiles|target_opinions)\b/)
      expect(details.filter((detail) => /^SCAN (n|t|cl)\b/.test(detail))).toEqual([])
    },
  )
})
