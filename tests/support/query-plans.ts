import type { InStatement, InValue } from '@libsql/client'
import { expect } from 'vitest'
import { openDatabase } from '../../worker/db/client'
import { startTestApp, type TestApp } from './test-app'

type Statement = Exclude<InStatement, string>

export interface Plan {
  sql: string
  steps: { parent: number; detail: string }[]
}

export interface WatchedApp extends TestApp {
  /** How SQLite would run what an act asks of the database, as far as the text of a statement is meant. */
  plansOf(act: () => Promise<Response>, isMeant: RegExp): Promise<Plan[]>
  /** How many rows the server reads for it. */
  readsOf(act: () => Promise<Response>, isMeant: RegExp): Promise<number>
}

/** The app on a database that also writes down what it is asked. */
export async function startWatchedApp(): Promise<WatchedApp> {
  const sent: Statement[] = []
  let address = ''
  const app = await startTestApp({
    openDatabase: () => {
      const db = openDatabase({ url: address })
      const { batch, execute } = db.$client
      db.$client.execute = (statement: InStatement) => {
        sent.push(statement as Statement)
        return execute(statement)
      }
      db.$client.batch = (statements, mode) => {
        sent.push(...(statements as Statement[]))
        return batch(statements as InStatement[], mode)
      }
      return db
    },
  })
  address = app.url

  async function explain({ sql, args }: Statement): Promise<Plan> {
    const { rows } = await app.db.$client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] })
    return {
      sql,
      steps: rows.map(({ parent, detail }) => ({ parent: Number(parent), detail: String(detail) })),
    }
  }

  async function countReads({ sql, args }: Statement): Promise<number> {
    const stmt = { sql, args: ((args ?? []) as InValue[]).map(encode) }
    const answer = await fetch(`${app.url}/v2/pipeline`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [{ type: 'execute', stmt }, { type: 'close' }] }),
    })
    const { results } = (await answer.json()) as {
      results: { response?: { result: { rows_read: number } } }[]
    }
    return results[0]?.response?.result.rows_read ?? Number.NaN
  }

  async function askedBy(act: () => Promise<Response>, isMeant: RegExp): Promise<Statement[]> {
    sent.length = 0
    const answer = await act()
    expect(answer.status).toBe(200)
    await answer.arrayBuffer()
    const asked = sent.filter(({ sql }) => isMeant.test(sql))
    expect(asked.length).toBeGreaterThan(0)
    return asked
  }

  return {
    ...app,
    plansOf: async (act, isMeant) => Promise.all((await askedBy(act, isMeant)).map(explain)),
    readsOf: async (act, isMeant) =>
      (await Promise.all((await askedBy(act, isMeant)).map(countReads))).reduce((sum, n) => sum + n, 0),
  }
}

/** A value as the server's own protocol writes it. */
function encode(value: InValue): object {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint' || Number.isInteger(value)) return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  return { type: 'text', value: String(value) }
}
