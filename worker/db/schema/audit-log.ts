import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
