import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from '../columns'

export const auditLog = sqliteTable('audit_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: moment().notNull(),
  requestId: text().notNull(),
  actorKind: text().$type<'participant' | 'user' | 'system'>().notNull(),
  actorId: text(),
  action: text().notNull(),
  subjectKind: text().notNull(),
  subjectId: text().notNull(),
  data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

/** The leaves of the Merkle tree over the audit log, in its order. */
export const sealedEntries = sqliteTable('sealed_entries', {
  position: integer().primaryKey(),
  auditId: integer()
    .notNull()
    .unique()
    .references(() => auditLog.id),
  /** Which rule wrote the leaf's text. */
  form: integer().notNull(),
  salt: text().notNull(),
  leaf: text().notNull(),
})

/** Its complete subtrees of two leaves and more. */
export const treeNodes = sqliteTable(
  'tree_nodes',
  {
    level: integer().notNull(),
    position: integer().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.position] })],
)

export const treeHeads = sqliteTable('tree_heads', {
  size: integer().primaryKey(),
  root: text().notNull(),
  sealedAt: moment().notNull(),
})
