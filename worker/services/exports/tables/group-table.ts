import { type SQL, sql } from 'drizzle-orm'
import { plainColumn } from '../columns/column'
import { pageSize, type ReadPage } from '../reading/pages'
import type { PlanNames } from '../reading/read-plan-names'
import { chosenBy, type ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export interface GroupRow {
  id: number
  count: number
  publicId: string
  measures: string
  body: string
  members: string
}

/** Public ids that stand in a row; a group may have a hundred thousand. */
const membersShown = 200

export const groupTable: Table<GroupRow> = {
  name: 'similar_groups',
  zh: '高度相似意见组',
  en: 'Near-identical comments',
  about: {
    zh: '文字高度相似的意见，每组一行。相似只说明文字相近，不影响每件意见的效力，也不说明意见由谁组织。',
    en: 'Comments with nearly the same text, a row for each group. Likeness takes nothing from any of them and says nothing of who is behind them.',
  },
  columns: [
    plainColumn('id', 'integer', ['相似意见组', 'Similar group'], 8, {
      zh: '组的序号，与意见明细中的“相似意见组”一致。',
      en: 'Number of the group, as in the table of comments.',
    }),
    plainColumn('count', 'integer', ['件数', 'Comments'], 7, {
      zh: '本次导出范围内该组的意见件数。',
      en: 'Comments of the group in this export.',
    }),
    plainColumn('publicId', 'text', ['首件编号', 'First public id'], 16, {
      zh: '其中最早一件的公开编号。',
      en: 'Public id of the earliest.',
    }),
    plainColumn('measures', 'text', ['涉及措施', 'Measures'], 16, {
      zh: '该组意见所针对的措施的编号。',
      en: 'Keys of the measures that they are on.',
    }),
    plainColumn('body', 'text', ['首件内容', 'First text'], 70, {
      zh: '其中最早一件的全文。',
      en: 'Full text of the earliest.',
    }),
    plainColumn('members', 'text', ['各件编号', 'Public ids'], 52, {
      zh: `各件的公开编号，最多列 ${membersShown} 件；其余按“相似意见组”在意见明细中查找。`,
      en: `Public ids, ${membersShown} of them at most; the table of comments has all, by the number of the group.`,
    }),
  ],
}

export const fillGroupTable = (
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): FilledTable<GroupRow> => ({ ...groupTable, rows: readRows(read, scope, names) })

interface Found {
  id: number
  count: number | null
  first_id: string
  body: string
  measure_ids: string
  members: string
}

async function* readRows(read: ReadPage, scope: ExportScope, names: PlanNames) {
  for (let after = 0; ; ) {
    const rows = await read<Found>(pageAfter(after, scope))
    const last = rows.at(-1)
    if (!last) return
    const page = rows.filter((row) => (row.count ?? 0) > 1).map((row) => present(row, names))
    if (page.length > 0) yield page
    after = last.id
  }
}

function present({ id, count, first_id, body, measure_ids, members }: Found, names: PlanNames): GroupRow {
  const keys = (JSON.parse(measure_ids) as number[]).map((each) => names.measures.get(each)?.key ?? '')
  return { id, count: count ?? 0, publicId: first_id, measures: keys.join('、'), body, members }
}

/** A hundred groups; those of which fewer than two belong to the export have no count. */
function pageAfter(after: number, scope: ExportScope): SQL {
  const own = sql`FROM comments c INDEXED BY comments_of_similar_group
    WHERE c.similar_group_id = g.id AND ${chosenBy(scope, 'c', { isIndexed: false })}`
  return sql`
    WITH groups AS (
      SELECT g.id, (SELECT count(*) ${own}) AS count FROM similar_groups g
      WHERE g.id > ${BigInt(after)} AND +g.member_count > 1 ORDER BY g.id LIMIT ${pageSize.rows / 10})
    SELECT g.id, g.count, b.public_id AS first_id, b.body,
      (SELECT json_group_array(measure_id) FROM (SELECT DISTINCT c.measure_id ${own} ORDER BY 1)) AS measure_ids,
      (SELECT group_concat(public_id, '、') FROM (SELECT c.public_id ${own} ORDER BY c.id LIMIT ${membersShown})) AS members
    FROM groups g LEFT JOIN comments b ON g.count > 1 AND b.id = (SELECT c.id ${own} ORDER BY c.id LIMIT 1)
    ORDER BY g.id`
}
