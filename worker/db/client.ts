import { type Client, createClient, type InStatement, LibsqlError } from '@libsql/client/web'
import type { BatchItem } from 'drizzle-orm/batch'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle } from 'drizzle-orm/libsql/web'
import { keepConnections } from './kept-connections'

export type Database = LibSQLDatabase & { $client: Client }
export type Query = BatchItem<'sqlite'>

export interface DatabaseAddress {
  url: string
  authToken?: string | undefined
}

/** With the waits below, some five seconds of patience. */
const attempts = 13
const longestWait = 400

type Options = Parameters<typeof createClient>[0]

/** Of each server, for all requests of this isolate. */
const connections = new Map<string, ReturnType<typeof keepConnections>>()

/** One client per request: a client kept across requests stalls its isolate. */
export function openDatabase(address: DatabaseAddress): Database {
  const kept = connections.get(address.url) ?? keepConnections()
  connections.set(address.url, kept)
  return databaseOf(createClient({ ...address, intMode: 'number', fetch: kept } as Options))
}

/** The same over a client that is open already: whatever goes through it waits for a busy server. */
export function databaseOf(client: Client): Database {
  const patient = {
    execute: (statement: InStatement) => retryBusy(() => client.execute(statement)),
    batch: (statements: InStatement[]) =>
      retryBusy(() => client.batch(statements, statements.every(isRead) ? 'read' : 'write')),
    close: () => client.close(),
  }
  return drizzle(patient as Client, { casing: 'snake_case' })
}

function isRead(statement: InStatement | [string, unknown?]): boolean {
  const text =
    typeof statement === 'string' ? statement : Array.isArray(statement) ? statement[0] : statement.sql
  return /^\s*(select|with)\b/i.test(text)
}

/** The server is busy for about one write in two hundred under load, and where very many come at once; each is safe to send again. */
export async function retryBusy<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      if (!isBusy(error) || attempt === attempts) throw error
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(longestWait, 5 * 2 ** attempt) * (1 + Math.random())),
      )
    }
  }
}

/** BUSY, or more requests at once than the server takes in: nothing was done in either case. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof LibsqlError)) return false
  return error.code === 'SQLITE_BUSY' || /HTTP status 429\b/.test(error.message)
}

/** The constraint or the trigger that refused a write, if that is what the error says. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes(`UNIQUE constraint failed: ${column}`)) return true
  }
  return false
}

/** The same of a trigger that refuses with this sentence. */
export function isRefusedByTrigger(error: unknown, sentence: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes(sentence)) return true
  }
  return false
}

/** True where the database server could not be reached, as against a refusal by the database. */
export function isUnreachable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LibsqlError) return /^(SERVER_ERROR|HRANA_WEBSOCKET|SQLITE_BUSY)/.test(cause.code)
    if (cause instanceof TypeError && /fetch|network|connect/i.test(cause.message)) return true
    if (cause.message === 'Network connection lost.') return true
  }
  return false
}
