import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { exportColumns } from '../../../worker/services/exports/columns'
import type { ExportRow } from '../../../worker/services/exports/export-row'
import { streamXlsx } from './comments-xlsx'
import { exportRow } from './row'

const perPage = 300
const bodyAt = exportColumns.findIndex((column) => column.key === 'body')

/** Differs from row to row, and does not pack to next to nothing. */
const bodyOf = (i: number) =>
  `第 ${i} 条：${Array.from({ length: 30 }, (_, j) => (i * 7919 + j * 104729) % 99991)}`

function countedPages(count: number) {
  const state = { asked: 0, isClosed: false }
  async function* pages(): AsyncGenerator<ExportRow[]> {
    try {
      for (let page = 0; page < count; page += 1) {
        state.asked += 1
        yield Array.from({ length: perPage }, (_, i) => exportRow({ body: bodyOf(page * perPage + i) }))
      }
    } finally {
      state.isClosed = true
    }
  }
  return { state, pages: pages() }
}

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

describe('the file of a workbook', () => {
  it('comes in pieces of 64 KiB and more, and reads back whole', async () => {
    const { pages } = countedPages(4)
    const chunks = await chunksOf(streamXlsx(pages))
    expect(chunks.length).toBeGreaterThan(2)
    for (const chunk of chunks.slice(0, -1)) expect(chunk.length).toBeGreaterThanOrEqual(65_536)
    const { sheets } = await readXlsx(new Uint8Array(Buffer.concat(chunks)))
    const bodies = sheets[0]?.rows.slice(1).map((row) => row[bodyAt])
    expect(bodies).toEqual(Array.from({ length: 4 * perPage }, (_, i) => bodyOf(i)))
  })

  it('asks for rows only while its reader asks for bytes', async () => {
    const { state, pages } = countedPages(1000)
    const reader = streamXlsx(pages).getReader()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(state.asked).toBe(0)
    await reader.read()
    const afterOne = state.asked
    expect(afterOne).toBeLessThan(10)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(state.asked).toBe(afterOne)
    await reader.cancel()
    expect(state).toEqual({ asked: afterOne, isClosed: true })
  })
})
