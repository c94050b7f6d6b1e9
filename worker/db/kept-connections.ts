interface Pipeline {
  baton: string | null
  requests: { type: string; sql_id?: number }[]
}

interface Connection {
  baton: string | null
  /** When it was last used, or taken into use. */
  at: number
  isTaken: boolean
}

/** The server forgets a connection that rested for ten seconds. */
const restAtMost = 5_000
/** A request that was cut off never gives its connection back. */
const takenAtMost = 30_000
/** Of the 32 that one server has for everybody. */
const keptAtMost = 4

const forgotten = '{"type":"ok","response":{"type":"close_sql"}}'
const closed = '{"type":"ok","response":{"type":"close"}}'

/**
 * A `fetch` for the database client that leaves open what the client would close, and goes on with it: at each new connection
 * the server reads the whole schema, which costs it more than a usual read. Where none is free it does as it was told.
 */
export function keepConnections(): (request: Request) => Promise<Response> {
  let kept: Connection[] = []
  let isUnfit = false

  function take(): Connection | null {
    const now = performance.now()
    kept = kept.filter(({ at, isTaken }) => now - at < (isTaken ? takenAtMost : restAtMost))
    const resting = kept.findLast(({ isTaken }) => !isTaken)
    if (!resting && kept.length === keptAtMost) return null
    const connection = resting ?? { baton: null, at: now, isTaken: true }
    if (!resting) kept.push(connection)
    connection.isTaken = true
    connection.at = now
    return connection
  }

  function giveBack(connection: Connection, baton: string | null): void {
    kept = kept.filter((other) => other !== connection)
    if (baton) kept.push({ baton, at: performance.now(), isTaken: false })
  }

  return async (request) => {
    const { baton, requests }: Pipeline = await request.clone().json()
    const isWhole = !baton && requests.at(-1)?.type === 'close'
    const connection = isWhole && !isUnfit ? take() : null
    if (!connection) return fetch(request)
    const wanted = requests.slice(0, -1)
    const texts = wanted.filter(({ type }) => type === 'store_sql')
    const cleared = texts.map(({ sql_id }) => ({ type: 'close_sql', sql_id }))
    const body = JSON.stringify({ baton: connection.baton, requests: [...wanted, ...cleared] })
    let next: string | null = null
    try {
      const answer = await fetch(request.url, { method: 'POST', headers: request.headers, body })
      if (!answer.ok) return connection.baton && answer.status === 400 ? fetch(request) : answer
      const text = await answer.text()
      const settled = settle(text, texts.length)
      isUnfit = !settled
      next = settled?.baton ?? null
      return inJson(settled?.text ?? cutShort(text, wanted.length))
    } finally {
      giveBack(connection, next)
    }
  }
}

const inJson = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } })

/** The answer as the client expects it of a connection that was closed, without parsing rows that it parses itself; null where it is of another form. */
function settle(text: string, texts: number): { text: string; baton: string } | null {
  const end = `${`,${forgotten}`.repeat(texts)}]}`
  const start = /^\{"baton":"([^"\\]+)","base_url":null,/.exec(text)
  if (!start?.[1] || !text.endsWith(end)) return null
  const results = text.slice(start[0].length, -end.length)
  return { text: `{"baton":null,"base_url":null,${results},${closed}]}`, baton: start[1] }
}

function cutShort(text: string, wanted: number): string {
  const { results, ...rest } = JSON.parse(text) as { results: unknown[] }
  return JSON.stringify({ ...rest, baton: null, results: [...results.slice(0, wanted), JSON.parse(closed)] })
}
