import { setTimeout as wait } from 'node:timers/promises'
import { type Client, type InStatement, type InValue, LibsqlError } from '@libsql/client'
import { sowStatements } from './sow-statements'
import { lists } from './texts'

const chunk = 5_000
const day = 86_400_000

export interface Sowing {
  measure: string
  from: number
  to: number
}

/** Puts comments `from` to `to` on a measure, inside the database server; the latest tenth waits for a moderator. */
export async function sowComments(client: Client, { measure, from, to }: Sowing): Promise<void> {
  const waiting = Math.ceil(to / 500) * 50
  const place = {
    ...(await findPlace(client, measure, from)),
    waiting: BigInt(waiting),
    decided: BigInt(to - waiting),
  }
  for (let first = from; first <= to; first += chunk) {
    const last = Math.min(first + chunk - 1, to)
    const known: Record<string, InValue> = {
      ...place,
      ...lists,
      from: BigInt(first),
      to: BigInt(last),
    }
    for (const sql of sowStatements) await sendPatiently(client, { sql, args: argumentsOf(sql, known) })
  }
}

/** The server refuses while it checkpoints, and what takes longer than 5 s; nothing of a refused statement is left. */
async function sendPatiently(client: Client, statement: InStatement): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.execute(statement)
      return
    } catch (error) {
      const isPassing = error instanceof LibsqlError && /BUSY|TRANSACTION_TIMEOUT/.test(error.code)
      if (!isPassing || attempt === 30) throw error
      await wait(300)
    }
  }
}

async function findPlace(client: Client, measure: string, from: number) {
  const { rows } = await client.execute({
    sql: `SELECT s.id, s.code, m.id AS measure_id,
        (SELECT count(*) FROM clauses WHERE measure_id = m.id) AS clauses,
        (SELECT coalesce(max(id), 0) FROM comments) AS last_id,
        (SELECT id FROM users WHERE role = 'moderator' ORDER BY email LIMIT 1) AS moderator
      FROM consultations s JOIN measures m ON m.consultation_id = s.id WHERE s.is_current = 1 AND m.key = ?`,
    args: [measure],
  })
  const [row] = rows
  if (!row) throw new Error(`there is no measure ${measure}`)
  return {
    consultation: BigInt(Number(row.id)),
    code: String(row.code),
    measure: BigInt(Number(row.measure_id)),
    clauses: BigInt(Number(row.clauses) + 1),
    moderator: String(row.moderator),
    base: BigInt(Number(row.last_id) - from + 1),
    start: BigInt(Date.now() - 12 * day),
    step: BigInt(((12 * day) / 1_000_000) >> 0),
  }
}

function argumentsOf(sql: string, known: Record<string, InValue>): Record<string, InValue> {
  const names = new Set([...sql.matchAll(/\$(\w+)/g)].map(([, name = '']) => name))
  return Object.fromEntries([...names].map((name) => [name, known[name] ?? null]))
}
