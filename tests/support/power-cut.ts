import type { Client, InStatement, ResultSet } from '@libsql/client'
import { type Database, databaseOf } from '../../worker/db/client'
import { connect } from '../../worker/local/connect'

export class PowerCut extends Error {}

/** A database that goes dark before the write that follows so many that changed something; counts what it is asked. */
export function withPowerFor(changes: number, url: string): { db: Database; asked: () => number } {
  const client = connect(url)
  let left = changes
  let asked = 0
  const send = async <Result extends ResultSet | ResultSet[]>(
    isWrite: boolean,
    go: () => Promise<Result>,
  ) => {
    if (isWrite && left === 0) throw new PowerCut('the power is cut')
    asked += 1
    const result = await go()
    const changed = [result].flat().some(({ rowsAffected }) => rowsAffected > 0)
    if (isWrite && changed) left -= 1
    return result
  }
  const dark = {
    execute: (statement: InStatement) => {
      const text = typeof statement === 'string' ? statement : statement.sql
      return send(!/^\s*(select|with)\b/i.test(text), () => client.execute(statement))
    },
    batch: (statements: InStatement[], mode: 'read' | 'write') =>
      send(mode === 'write', () => client.batch(statements, mode)),
    close: () => client.close(),
  }
  return { db: databaseOf(dark as Client), asked: () => asked }
}
