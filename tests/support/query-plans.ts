import type { InStatement } from '@libsql/client'
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

  return {
    ...app,
    plansOf: async (act, isMeant) => {
      sent.length = 0
      const answer = await act()
      expect(answer.status).toBe(200)
      await answer.arrayBuffer()
      const asked = sent.filter(({ sql }) => isMeant.test(sql))
      expect(asked.length).toBeGreaterThan(0)
      return Promise.all(asked.map(explain))
    },
  }
}
