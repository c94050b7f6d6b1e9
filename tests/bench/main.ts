import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchExporting } from './exporting'
import { whole } from './figures'
import { benchReading } from './reading'
import { prepare, stopAll } from './stage'
import { benchWriting } from './writing'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
})
const rows = { small: 1000, large: Number(values.rows) }
const parts = positionals.length ? positionals : ['reading', 'exporting', 'writing']
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'yanlu-bench-'))
process.once('exit', () => {
  if (!values.keep) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopAll().then(() => process.exit(1)))

const stage = await prepare(folder, rows)
if (parts.includes('reading')) await benchReading(stage, [whole(rows.small), whole(rows.large)])
if (parts.includes('exporting') && !(await benchExporting(stage))) process.exitCode = 1
if (parts.includes('writing')) await benchWriting(stage)
