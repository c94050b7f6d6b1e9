import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { connect } from '../../worker/local/connect'
import type { Product } from '../support/product'
import { countCsvRows, countXlsxRows } from './count-rows'
import { megabytes, printTable, whole } from './figures'
import { watchHeap } from './inspector'
import { findFreePort, watchCost } from './process-cost'
import { callAs, type Stage, withProduct } from './stage'

const limit = 128 * 2 ** 20
const counters = {
  'comments.csv': countCsvRows,
  'comments.xlsx': countXlsxRows,
  'adoption.csv': countCsvRows,
}
type ExportFile = keyof typeof counters

/** Takes all comments away in every form that staff have and says what it cost; false if the isolate needed more than it may. */
export async function benchExporting({ large }: Stage): Promise<boolean> {
  const port = await findFreePort()
  const exports = await withProduct(
    large,
    async (product) => [
      await take('comments.csv', product, port),
      await take('comments.xlsx', product, port),
      await take('adoption.csv', product, port),
    ],
    { INSPECTOR_PORT: String(port) },
  )
  printTable(
    ['export', 'rows', 'size', 'seconds', 'rows/s', 'CPU workerd', 'CPU sqld', 'peak heap', 'live', 'RSS'],
    exports.map(({ kind, rows, bytes, seconds, peak, cost }) => [
      kind,
      whole(rows),
      megabytes(bytes),
      seconds.toFixed(1),
      whole(rows / seconds),
      `${cost.workerd.toFixed(1)} s`,
      `${cost.sqld.toFixed(1)} s`,
      megabytes(peak.heap),
      megabytes(peak.live),
      megabytes(cost.resident),
    ]),
  )
  for (const { kind, peak } of exports)
    console.log(`${kind}: ${peak.samples} samples of the heap, ${peak.collections} collections asked for`)
  const isWithin = exports.every(({ peak }) => peak.samples > 0 && peak.heap < limit)
  console.log(isWithin ? 'heap below 128 MB: yes' : 'heap below 128 MB: NO')
  return isWithin
}

async function take(kind: ExportFile, product: Product, port: number) {
  const caller = await callAs(product, 'staff')
  const file = join(product.dataFolder, kind)
  try {
    const expected = await countComments(product)
    const watch = await watchHeap(port)
    const watchedCost = watchCost(product.dataFolder)
    const begun = performance.now()
    const answer = await caller.open(`/api/staff/exports/${kind}`)
    if (answer.statusCode !== 200) throw new Error(`${kind} answered ${answer.statusCode}`)
    const out = createWriteStream(file)
    await pipeline(answer, out)
    const seconds = (performance.now() - begun) / 1000
    const cost = watchedCost.stop()
    const peak = await watch.stop()
    const rows = await counters[kind](file)
    // Near-identical comments share a row of the adoption table.
    if (kind !== 'adoption.csv' && rows !== expected)
      throw new Error(`${kind} holds ${rows} rows instead of ${expected}`)
    return { kind, rows, bytes: out.bytesWritten, seconds, peak, cost }
  } finally {
    caller.close()
    rmSync(file, { force: true })
  }
}

/** Of the current consultation: an export takes one consultation. */
async function countComments({ databaseUrl }: Product): Promise<number> {
  const client = connect(databaseUrl)
  const { rows } = await client.execute(`
    SELECT count(*) AS count FROM comments c JOIN consultations n ON n.id = c.consultation_id WHERE n.is_current`)
  client.close()
  return Number(rows[0]?.count)
}
