import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findOwnedProcesses } from '../../worker/local/processes'
import { benchExporting } from './exporting'
import { whole } from './figures'
import { benchReading } from './reading'
import { prepare } from './stage'
import { benchWriting } from './writing'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
})
const rows = { small: 1000, large: Number(values.rows) }
const parts = positionals.length ? positionals : ['reading', 'exporting', 'writing']
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'yanlu-bench-'))
process.once('exit', () => {
  if (values.keep) return
  const running = readdirSync(folder).flatMap((name) => findOwnedProcesses(join(folder, name)))
  for (const { pid } of running) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const stage = await prepare(folder, rows)
if (parts.includes('reading')) await benchReading(stage, [whole(rows.small), whole(rows.large)])
if (parts.includes('exporting') && !(await benchExporting(stage))) process.exitCode = 1
if (parts.includes('writing')) await benchWriting(stage)
