import { integer } from 'drizzle-orm/sqlite-core'

/** A moment: UTC milliseconds in the database, a Date in code. */
export const moment = () => integer({ mode: 'timestamp_ms' })

/** A yes or no: 0 or 1 in the database. */
export const flag = () => integer({ mode: 'boolean' })
