import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { findOffice } from './programs.mjs'

const run = promisify(execFile)
const patience = 120_000
/** Every sheet as UTF-8, each text quoted and as it is stored, formulas as their text. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,true,false,-1'

/** What LibreOffice makes of a file: the files that it wrote, by name. */
async function convert(name: string, bytes: Uint8Array, to: string): Promise<Map<string, Buffer>> {
  const office = findOffice()
  if (!office) throw new Error('LibreOffice is installed by the test command')
  const folder = await mkdtemp(join(tmpdir(), 'yanlu-office-'))
  try {
    await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const output = join(folder, 'out')
    await run(office, [profile, '--headless', '--convert-to', to, '--outdir', output, join(folder, name)], {
      timeout: patience,
    })
    const names = await readdir(output)
    return new Map(
      await Promise.all(names.map(async (each) => [each, await readFile(join(output, each))] as const)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** A document as LibreOffice prints it: the text of each page, in reading order. */
export async function printedPages(name: string, bytes: Uint8Array): Promise<string[]> {
  const pdf = (await convert(name, bytes, 'pdf')).get(`${basename(name, extname(name))}.pdf`)
  if (!pdf) throw new Error(`LibreOffice did not open ${name}`)
  const folder = await mkdtemp(join(tmpdir(), 'yanlu-pdf-'))
  try {
    await writeFile(join(folder, 'file.pdf'), pdf)
    const { stdout } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', join(folder, 'file.pdf'), '-'], {
      maxBuffer: 2 ** 26,
    })
    return stdout.split('\f').slice(0, -1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The sheets of a workbook as LibreOffice reads them: CSV by the name of the sheet. */
export async function readSheets(name: string, bytes: Uint8Array): Promise<Map<string, string>> {
  const stem = basename(name, extname(name))
  const files = await convert(name, bytes, everySheet)
  return new Map(
    [...files].map(([file, content]) => [
      file.slice(stem.length + 1, -'.csv'.length),
      content.toString('utf8'),
    ]),
  )
}
