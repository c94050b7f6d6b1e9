import { median, printTable, quantile } from './figures'
import { type Ask, prepareReader, type Reader } from './reading-cases'
import { type Stage, withProduct } from './stage'

const warmUp = 10
const rounds = 120
const tolerated = 1.5

/** Every reading case at both sizes, request by request in turn, so that whatever else the machine does meets both. */
export async function benchReading({ small, large }: Stage, names: string[]): Promise<void> {
  await withProduct(small, (little) =>
    withProduct(large, async (big) => {
      const readers = [await prepareReader(little), await prepareReader(big)]
      printTimes(await readInTurn(readers), names)
      for (const reader of readers) reader.close()
    }),
  )
}

interface Times {
  name: string
  sizes: { ms: number[]; bytes: number[] }[]
}

async function readInTurn(readers: Reader[]): Promise<Times[]> {
  const names = [...(readers[0]?.cases.keys() ?? [])]
  const times: Times[] = names.map((name) => ({ name, sizes: readers.map(() => ({ ms: [], bytes: [] })) }))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { name, sizes } of times) {
      const turns = sizes.map((kept, i) => ({ kept, ask: readers[i]?.cases.get(name) as Ask }))
      for (const { kept, ask } of round % 2 ? turns.reverse() : turns) {
        const { status, ms, bytes, text } = await ask(round + warmUp)
        if (status !== 200) throw new Error(`${name} answered ${status}: ${text.slice(0, 300)}`)
        if (round < 0) continue
        kept.ms.push(ms)
        kept.bytes.push(bytes)
      }
    }
  }
  return times
}

function printTimes(times: Times[], names: string[]): void {
  const rows = times.map(({ name, sizes }) => {
    const medians = sizes.map(({ ms }) => median(ms))
    const ratio = (medians[1] ?? 0) / (medians[0] ?? 1)
    const figures = sizes.map(({ ms }) => `${median(ms).toFixed(1)} / ${quantile(ms, 0.95).toFixed(1)} ms`)
    const sent = sizes.map(({ bytes }) => `${(median(bytes) / 1024).toFixed(1)} kB`)
    return [name, ...figures, ratio.toFixed(2) + (ratio > tolerated ? ' !' : '  '), ...sent]
  })
  printTable(
    ['median / p95', ...names.map((name) => `at ${name}`), 'ratio  ', ...names.map(() => 'answer')],
    rows,
  )
}
