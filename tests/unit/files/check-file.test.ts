import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fileLimits } from '../../../worker/contract/files'
import { checkFile } from '../../../worker/services/files/check-file'
import { bytesOf, docx, jpg, officeOf, pdf, png, xlsx, zeros } from '../../support/file-corpus'

describe('a file that may be attached', () => {
  it.each([
    ['意见.pdf', pdf, 'pdf'],
    ['扫描件.PNG', png, 'png'],
    ['照片.jpg', jpg, 'jpg'],
    ['照片.JPEG', jpg, 'jpg'],
    ['论证.docx', docx, 'docx'],
    ['测算.xlsx', xlsx, 'xlsx'],
  ])('%s is what its content says', async (name, bytes, type) => {
    expect(await checkFile(name, bytes)).toEqual({ type })
  })

  it('is one of 20 MB to the byte', async () => {
    const full = bytesOf(pdf, new Uint8Array(fileLimits.bytes - pdf.length))
    expect(await checkFile('a.pdf', full)).toEqual({ type: 'pdf' })
  })
})

/** Says less of what an entry unpacks to than is true, in the directory of the archive. */
function withFalseSize(archive: Uint8Array, size: number): Uint8Array {
  const changed = archive.slice()
  const at = Buffer.from(changed).indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  new DataView(changed.buffer).setUint32(at + 24, size, true)
  return changed
}

describe('a file is refused', () => {
  it.each([
    ['that is empty', 'a.pdf', new Uint8Array(), 'attachment_empty'],
    ['of 21 MB', 'a.pdf', bytesOf(pdf, new Uint8Array(21 * 1024 * 1024)), 'attachment_too_large'],
    [
      'one byte too large',
      'a.pdf',
      bytesOf(pdf, new Uint8Array(fileLimits.bytes - pdf.length + 1)),
      'attachment_too_large',
    ],
    ['with another extension', 'a.pdf', png, 'attachment_type_differs'],
    ['with none', '意见', pdf, 'attachment_type_differs'],
    ['of a program', 'a.pdf', bytesOf('MZ\x90\0\x03', new Uint8Array(200)), 'attachment_type_unknown'],
    ['of a page', 'a.png', bytesOf('<!doctype html><script>alert(1)</script>'), 'attachment_type_unknown'],
    [
      'of a drawing with scripts',
      'a.png',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'attachment_type_unknown',
    ],
    ['of plain words', 'a.docx', bytesOf('意见如下'), 'attachment_type_unknown'],
    [
      'of an archive that is no office file',
      'a.docx',
      zipSync({ 'a.txt': strToU8('a') }),
      'attachment_type_unknown',
    ],
    ['of a sheet that says that it is a text', 'a.docx', xlsx, 'attachment_type_differs'],
    [
      'of a picture with an archive behind it',
      'a.png',
      bytesOf(png, zipSync({ 'a.js': strToU8('alert(1)') })),
      'attachment_mixed',
    ],
    ['of a PDF with an archive behind it', 'a.pdf', bytesOf(pdf, docx), 'attachment_mixed'],
    [
      'of a picture that is a page',
      'a.jpg',
      bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0<script>alert(1)</script>', jpg),
      'attachment_mixed',
    ],
    ['of a picture that is a PDF', 'a.jpg', bytesOf(jpg, pdf), 'attachment_mixed'],
    [
      'of an office file with something before it',
      'a.docx',
      bytesOf('#!/bin/sh\n', docx),
      'attachment_type_unknown',
    ],
    [
      'of an office file with something behind it',
      'a.docx',
      bytesOf(docx, '<script>alert(1)</script>'),
      'attachment_damaged',
    ],
    ['that was cut off', 'a.docx', docx.subarray(0, docx.length - 30), 'attachment_damaged'],
    [
      'that unpacks to a thousand times its size',
      'a.xlsx',
      officeOf('spreadsheetml.sheet', { 'bomb.xml': zeros }),
      'attachment_unpacks_too_large',
    ],
    [
      'of more entries than any has',
      'a.xlsx',
      officeOf(
        'spreadsheetml.sheet',
        Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}.xml`, new Uint8Array()])),
      ),
      'attachment_unpacks_too_large',
    ],
    [
      'with macros',
      'a.docx',
      officeOf('wordprocessingml.document', { 'word/vbaProject.bin': strToU8('a') }),
      'attachment_macros',
    ],
    [
      'with a program inside',
      'a.docx',
      officeOf('wordprocessingml.document', { 'word/embeddings/a.exe': strToU8('MZ') }),
      'attachment_macros',
    ],
  ])('%s', async (_, name, bytes, refused) => {
    expect(await checkFile(name, bytes)).toEqual({ refused })
  })

  it('that lies about what it unpacks to, before anything else of it is unpacked', async () => {
    const bomb = zipSync({ '[Content_Types].xml': zeros })
    const answer = await checkFile('a.docx', withFalseSize(bomb, 10))
    expect(answer).toEqual({ refused: 'attachment_type_unknown' })
  })
})
