import { createClient } from '@libsql/client/web'
import { type Database, databaseOf } from '../../worker/db/client'

interface Pipeline {
  baton: string | null
  requests: { type: string; sql_id?: number }[]
}

interface PipelineAnswer {
  baton: string | null
  base_url: string | null
  results: unknown[]
}

/** The server forgets a connection that rested for ten seconds. */
const restAtMost = 5_000
/** It has 32 connections for everybody. */
const atMost = 8
const closed = { type: 'ok', response: { type: 'close' } }

/**
 * The database for what a test itself sends, over connections that are kept: to read the schema at each new one, as
 * the app's requests do, costs the server ten times what a usual statement does.
 */
export function openKept(url: string): Database {
  return databaseOf(createClient({ url, intMode: 'number', fetch: keepConnections() }))
}

/** A `fetch` that leaves open what a client would close, and goes on with it, one request at a time on each. */
function keepConnections() {
  let resting: { baton: string; since: number }[] = []
  let underWay = 0
  return async (request: Request): Promise<Response> => {
    const { baton: own, requests }: Pipeline = await request.clone().json()
    resting = resting.filter(({ since }) => performance.now() - since < restAtMost)
    if (own || requests.at(-1)?.type !== 'close' || underWay === atMost) return fetch(request)
    const wanted = requests.slice(0, -1)
    const texts = wanted.filter(({ type }) => type === 'store_sql')
    const cleared = texts.map(({ sql_id }) => ({ type: 'close_sql', sql_id }))
    const body = { baton: resting.pop()?.baton ?? null, requests: [...wanted, ...cleared] }
    underWay += 1
    try {
      const answer = await fetch(request.url, {
        method: 'POST',
        headers: request.headers,
        body: JSON.stringify(body),
      })
      if (!answer.ok) return answer
      const { baton, base_url, results }: PipelineAnswer = await answer.json()
      if (baton) resting.push({ baton, since: performance.now() })
      return Response.json({ baton: null, base_url, results: [...results.slice(0, wanted.length), closed] })
    } finally {
      underWay -= 1
    }
  }
}
