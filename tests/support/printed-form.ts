import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A page as it comes out of the printer: the text of every sheet, and what the QR on it says. */
export interface Printed {
  sheets: string[]
  codes: string[]
}

/** Prints the page that is open, which has to be on A4; `shot` names the pictures of it, where pictures are taken. */
export async function printPage(page: Page, shot: string): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  try {
    const file = join(folder, 'form.pdf')
    await page.emulateMedia({ media: 'print' })
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }))
    await page.emulateMedia({ media: 'screen' })
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Page size:.*A4/)
    execFileSync('pdftoppm', ['-gray', '-r', '120', file, join(folder, 'page')])
    const sheets = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.pgm'))
    expect(pictures).toHaveLength(sheets.length)
    const shots = process.env.SHOTS_DIR
    if (shots) execFileSync('pdftoppm', ['-png', '-r', '70', file, join(shots, shot)])
    return {
      sheets,
      codes: pictures.map((name) => readCode(readFileSync(join(folder, name))) ?? 'no code'),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What is read from a picture as `pdftoppm -gray` writes it: a head of four words, then a byte for each dot. */
function readCode(picture: Buffer): string | null {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'))
  const [width, height] = [Number(head?.[1]), Number(head?.[2])]
  const dots = new Uint8ClampedArray(width * height * 4).fill(255)
  const start = head?.[0].length ?? 0
  for (let i = 0; i < width * height; i += 1) dots.fill(picture[start + i] ?? 255, 4 * i, 4 * i + 3)
  return jsQR(dots, width, height)?.data ?? null
}
