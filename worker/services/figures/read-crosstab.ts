import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CrosstabQuery, CrosstabView, FigureDimension, ProfileDimension } from '../../contract/figures'
import { AppError } from '../../errors'
import { currentConsultation, measureIdOf } from '../plan/current'
import { sum } from '../plan/present'
import { isCounted } from './audience'
import { groupsOf, isOfProfile } from './break-down'
import { hideSmall, hideSmallInTable } from './small-cells'
import { type Association, associate } from './statistics'

interface PairCount {
  row: string
  column: string
  count: number
}

/** Two dimensions against each other, of all that was accepted, with how far they go together. */
export async function readCrosstab(ctx: ServiceContext, query: CrosstabQuery): Promise<CrosstabView> {
  assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [measures, [asked], pairs] = await db.batch([
    db.all<{ key: string }>(
      sql`SELECT key FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`,
    ),
    db.all<{ id: number | null }>(sql`SELECT ${measureIdOf(ctx, query.measure ?? '')} AS id`),
    db.all<PairCount>(countPairs(ctx, query)),
  ])
  if (query.measure && asked?.id == null) throw new AppError('not_found')
  const measureKeys = measures.map(({ key }) => key)
  const countOf = (row: string, column: string) =>
    sum(pairs.filter((pair) => pair.row === row && pair.column === column))
  const rowKeys = groupsOf(query.rows, measureKeys).filter((key) =>
    pairs.some(({ row, count }) => row === key && count > 0),
  )
  const columnKeys = groupsOf(query.columns, measureKeys).filter((key) =>
    pairs.some(({ column, count }) => column === key && count > 0),
  )
  return {
    takenAt: now.toISOString(),
    measure: query.measure ?? null,
    rows: { dimension: query.rows, keys: rowKeys },
    columns: { dimension: query.columns, keys: columnKeys },
    ...shown(rowKeys.map((row) => columnKeys.map((column) => countOf(row, column)))),
  }
}

type Shown = Pick<CrosstabView, 'n' | 'rowTotals' | 'columnTotals' | 'cells' | 'association'>

/** What may be seen of a table of counts. */
function shown(table: number[][]): Shown {
  const total = (values: number[]) => values.reduce((so, value) => so + value, 0)
  const rowTotals = table.map(total)
  const columnTotals = (table[0] ?? []).map((_, j) => total(table.map((row) => row[j] ?? 0)))
  const hidden = hideSmallInTable(table)
  const rows = hidden?.rows ?? hideSmall(rowTotals)
  const columns = hidden?.columns ?? hideSmall(columnTotals)
  const visible = (counts: number[], cells: boolean[] = []) =>
    counts.map((count, i) => (cells[i] ? null : count))
  const found = associate(table)
  return {
    n: rows.total || columns.total ? null : total(rowTotals),
    rowTotals: visible(rowTotals, rows.cells),
    columnTotals: visible(columnTotals, columns.cells),
    cells: hidden && table.map((row, i) => visible(row, hidden.cells[i])),
    association: hidden && found && presentAssociation(found, hidden.cells.flat().some(Boolean)),
  }
}

function presentAssociation(found: Association, hasHidden: boolean): CrosstabView['association'] {
  const { chiSquare, degrees, p, cramersV, smallestExpected, smallExpected } = found
  return {
    chiSquare: hasHidden ? null : chiSquare,
    degrees,
    p: hasHidden ? null : p,
    chance: p < 0.001 ? 'below_0.001' : p < 0.01 ? 'below_0.01' : p < 0.05 ? 'below_0.05' : 'above',
    cramersV: hasHidden ? Math.round(cramersV * 10) / 10 : cramersV,
    isReliable: smallestExpected >= 1 && smallExpected <= 0.2,
  }
}

/** Which counter holds both dimensions: that of the comments, or that of the profiles, whose pairs stand both ways round. */
function countPairs(ctx: ServiceContext, { rows, columns, measure }: CrosstabQuery): SQL {
  const counted = isCounted('staff')
  const within = measure ? sql`AND m.key = ${measure}` : sql.raw('')
  if (!isOfProfile(rows) && !isOfProfile(columns))
    return sql`
      SELECT ${columnOf[rows]} AS row, ${columnOf[columns]} AS column, sum(n.count) AS count
      FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} ${within} AND ${counted} GROUP BY 1, 2`
  const dimension = isOfProfile(rows) ? rows : columns
  const other = dimension === rows ? columns : rows
  const own = sql.raw('n.value')
  const beside = other === 'measure' ? columnOf.measure : sql.raw('n.beside_value')
  const [row, column] = dimension === rows ? [own, beside] : [beside, own]
  return sql`
    SELECT ${row} AS row, ${column} AS column, sum(n.count) AS count
    FROM profile_counts n JOIN measures m ON m.id = n.measure_id
    WHERE n.dimension = ${dimension} AND n.beside = ${other === 'measure' ? 'stance' : other}
      AND m.consultation_id = ${currentConsultation(ctx)} ${within} AND ${counted} GROUP BY 1, 2`
}

const columnOf: Record<Exclude<FigureDimension, ProfileDimension>, SQL> = {
  measure: sql.raw('m.key'),
  kind: sql.raw('n.participant_kind'),
  stance: sql.raw('n.stance'),
}
