import { connect } from '../../worker/local/connect'
import type { Product } from '../support/product'
import type { Answer, Caller } from './caller'
import { median, printTable, quantile, whole } from './figures'
import { callAs, clause, measure, type Stage, withProduct } from './stage'
import { lists } from './texts'

const seconds = 10
const organisations = JSON.parse(lists.organisations) as [string, string][]

interface Drive {
  name: string
  perSecond: number
  times: number[]
  /** The longest time in which nothing at all was finished. */
  standstill: number
  refused: number
}

/** How many comments the product takes in per second, and decisions, at both sizes. */
export async function benchWriting({ small, large }: Stage): Promise<void> {
  const rows: string[][] = []
  for (const [size, folder] of [
    ['small', small],
    ['large', large],
  ] as const) {
    for (const drive of await withProduct(folder, driveAll))
      rows.push([`${drive.name}, ${size}`, ...describe(drive)])
  }
  printTable(['writing', 'per second', 'median', 'p95', 'longest', 'standstill', 'refused'], rows)
}

function describe({ perSecond, times, standstill, refused }: Drive): string[] {
  const ms = [median(times), quantile(times, 0.95), Math.max(...times), standstill]
  return [whole(perSecond), ...ms.map((value) => `${value.toFixed(0)} ms`), whole(refused)]
}

async function driveAll(product: Product): Promise<Drive[]> {
  const moderator = await callAs(product, 'moderator')
  try {
    const drives: Drive[] = []
    for (const connections of [8, 16])
      drives.push(
        await drive(`submissions, ${connections} at once`, connections, (i) => submit(moderator, i)),
      )
    const waiting = await readWaiting(product)
    const half = waiting.splice(waiting.length >> 1)
    for (const [connections, hand] of [
      [1, half],
      [8, waiting],
    ] as const)
      drives.push(
        await drive(`decisions, ${connections} at once`, connections, () => decideNext(moderator, hand)),
      )
    return drives
  } finally {
    moderator.close()
  }
}

async function drive(
  name: string,
  connections: number,
  send: (i: number) => Promise<Answer | null>,
): Promise<Drive> {
  const times: number[] = []
  const finished: number[] = []
  let sent = 0
  let refused = 0
  const begun = performance.now()
  const connection = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const answer = await send(sent++)
      if (!answer) return
      if (answer.status >= 300) refused += 1
      times.push(answer.ms)
      finished.push(performance.now())
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const spent = (performance.now() - begun) / 1000
  const gaps = finished.map((at, i) => at - (finished[i - 1] ?? begun))
  return { name, perSecond: (times.length - refused) / spent, times, standstill: Math.max(...gaps), refused }
}

function submit(caller: Caller, i: number): Promise<Answer> {
  const [name, uscc] = organisations[i % organisations.length] ?? ['', '']
  return caller.post(`/api/measures/${measure}/comments`, {
    body: `第 ${i} 号来信：${'办事指南请写清要哪些材料、几天办完、不批的理由。'.repeat(1 + (i % 8))}`,
    stance: 'suggest',
    ...(i % 2 && { clause }),
    participant: i % 3 ? { kind: 'individual', displayName: '街坊' } : { kind: 'enterprise', name, uscc },
    consent: { publish: true },
    ...(i % 5 === 0 && { contact: '13900001111' }),
  })
}

async function readWaiting({ databaseUrl }: Product): Promise<string[]> {
  const client = connect(databaseUrl)
  const { rows } = await client.execute(
    `SELECT public_id FROM comments WHERE state = 'pending' ORDER BY submitted_at LIMIT 20000`,
  )
  client.close()
  return rows.map((row) => String(row.public_id))
}

async function decideNext(caller: Caller, waiting: string[]): Promise<Answer | null> {
  const publicId = waiting.pop()
  return publicId
    ? caller.post('/api/moderation/decisions', { publicId, revision: 1, decision: 'publish' })
    : null
}
