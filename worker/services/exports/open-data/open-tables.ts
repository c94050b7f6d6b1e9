import { publicTableDenials } from '../deny-list'
import { adoptionTable } from '../tables/adoption-table'
import { commentTable } from '../tables/comment-table'
import { crossTable } from '../tables/cross-table'
import { groupTable } from '../tables/group-table'
import { planTable } from '../tables/plan-table'
import { responseTable } from '../tables/response-table'
import { type Table, tableFor } from '../tables/table'
import { targetTable } from '../tables/target-table'
import { totalTable } from '../tables/total-table'

/** What makes a row of each table its own, by the columns' keys. */
export const primaryKeys: Record<string, readonly string[]> = {
  comments: ['publicId'],
  adoption: ['number'],
  counts: ['measureKey'],
  targets: ['key'],
  similar_groups: ['id'],
  plan: ['revision', 'clauseKey'],
  responses: ['responseId', 'version'],
  totals: ['dimension', 'value'],
}

/** The tables that anybody may have, in the order of the archive. */
export const openTables: readonly Table<never>[] = (
  [
    commentTable,
    adoptionTable,
    crossTable,
    targetTable,
    groupTable,
    planTable,
    responseTable,
    totalTable,
  ] as unknown as Table<never>[]
)
  .filter(({ name }) => !(name in publicTableDenials))
  .map((table) => tableFor('public', table))

/** A column's name in files for machines: public_id. */
export const fieldName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
