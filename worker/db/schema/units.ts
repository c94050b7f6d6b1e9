import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UnitPart } from '../../contract/words'
import { flag } from '../columns'

/** The department's offices. */
export const units = sqliteTable('units', {
  id: integer().primaryKey(),
  key: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  isActive: flag().notNull().default(true),
})

export const unitMembers = sqliteTable(
  'unit_members',
  {
    unitId: integer().notNull(),
    userId: text().notNull(),
    /** A head approves what the unit answers. */
    isHead: flag().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.userId] })],
)

/** Whose a measure is: one unit leads, others support. */
export const measureUnits = sqliteTable(
  'measure_units',
  {
    measureId: integer().notNull(),
    unitId: integer().notNull(),
    part: text().$type<UnitPart>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.unitId] })],
)
