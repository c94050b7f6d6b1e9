import { readFileSync } from 'node:fs'
import { type Recomputed, recomputePack } from './recompute-pack'
import { endWith, Refusal } from './refusal'

const patience = 120_000
const shown = 50

await run().catch(endWith)

async function run(): Promise<void> {
  const [source, ...more] = process.argv.slice(2)
  if (!source || more.length > 0 || source.startsWith('-'))
    throw new Refusal(
      '用法：npm run recompute -- <核验包.zip 或网址>。',
      'Usage: npm run recompute -- <pack.zip or address>.',
    )
  const found = await recomputePack(await take(source))
  console.log(describe(found))
  if (found.differences.length + found.faults.length > 0) process.exitCode = 1
}

async function take(source: string): Promise<Uint8Array> {
  if (!/^https?:/.test(source)) {
    try {
      return readFileSync(source)
    } catch {
      throw new Refusal(`没有这个文件：${source}。`, `There is no file ${source}.`)
    }
  }
  const answer = await fetch(source, { signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
    throw new Refusal(`无法访问 ${source}：${error.message}`, `${source} cannot be reached.`)
  })
  if (!answer.ok)
    throw new Refusal(`${source} 返回 ${answer.status}。`, `${source} answered ${answer.status}.`)
  return new Uint8Array(await answer.arrayBuffer())
}

function describe({ figures, rows, sealed, differences, faults }: Recomputed): string {
  const lines = differences.slice(0, shown).map(({ figure, published, recomputed }) => {
    return `  ${figure.padEnd(44)} ${String(published ?? '—').padStart(10)} ${String(recomputed ?? '—').padStart(10)}`
  })
  const table =
    differences.length === 0
      ? []
      : [
          `  ${'数字 / figure'.padEnd(42)} ${'公布 / told'.padStart(10)} ${'重算 / computed'.padStart(12)}`,
          ...lines,
        ]
  const isRight = differences.length + faults.length === 0
  return [
    `由 ${rows} 件意见重新算出 ${figures} 项数字，核对 ${sealed} 条封存记录。`,
    `Computed ${figures} figures from ${rows} comments and checked ${sealed} sealed entries.`,
    ...table,
    ...faults.slice(0, shown).map((fault) => `  ✗ ${fault}`),
    isRight
      ? '全部相符。/ Everything agrees.'
      : `不符：数字 ${differences.length} 项，文件 ${faults.length} 处。/ ${differences.length} figures differ, ${faults.length} faults in the files.`,
  ].join('\n')
}
