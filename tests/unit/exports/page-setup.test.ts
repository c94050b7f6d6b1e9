import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { byteStream } from '../../../worker/services/exports/byte-stream'
import { fillDictionary, tablesFor } from '../../../worker/services/exports/dictionary'
import { type Sheet, workbookFile } from '../../../worker/services/exports/workbook'
import { makeXlsxTemplate } from '../../../worker/services/offline/make-template'
import { bytesOf, pagesOf } from './row'

async function sheetsFor(audience: 'staff' | 'public') {
  const tables = [...tablesFor(audience), fillDictionary(audience)]
  const sheets = tables.map((table) => ({ table: { ...table, rows: pagesOf([]) } }))
  const file = workbookFile(sheets as unknown as Sheet<never>[], '2021-03-20T02:00:00.000Z')
  return (await readXlsx(await bytesOf(byteStream(file)))).sheets
}

describe.each(['staff', 'public'] as const)('each sheet of the workbook of %s', (audience) => {
  it('is fitted to its paper, with its header on each page and its name at the foot', async () => {
    for (const { name, pageSetup, headerFooter } of await sheetsFor(audience)) {
      const across = name === '意见明细' ? (audience === 'staff' ? 4 : 2) : 1
      expect(pageSetup, name).toMatchObject({ fitToPage: true, fitToWidth: across, fitToHeight: 0 })
      expect(pageSetup?.printTitlesRow, name).toMatch(/^\$?1:\$?1$/)
      expect(headerFooter?.oddFooter, name).toContain('&A')
    }
  })
})

it('sets up both sheets of the template for paper', async () => {
  for (const { name, pageSetup } of (await readXlsx(await makeXlsxTemplate())).sheets) {
    expect(pageSetup, name).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
    expect(pageSetup?.printTitlesRow, name).toBeTruthy()
  }
})
