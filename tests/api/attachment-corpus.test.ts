import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FieldCode } from '../../worker/contract/errors'
import { type FileView, fileLimits } from '../../worker/contract/files'
import { domainWords } from '../../worker/contract/locales'
import { bodyOf, errorOf } from '../support/answers'
import { bytesOf, docx, jpg, officeOf, pdf, png, xlsx, zeros } from '../support/file-corpus'
import { upload, uploadOf } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
beforeAll(() => makeConsultation(app))

const text = 'wordprocessingml.document'
const sheet = 'spreadsheetml.sheet'
const html = '<!doctype html><script>alert(1)</script>'
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const compoundFile = bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', new Uint8Array(2048))
const docm = officeOf('wordprocessingml.document', { 'word/vbaProject.bin': strToU8('Attribute VB_Name') })

/** What it is, its name, its bytes, and for what it is refused; null of what is taken. */
const corpus: readonly (readonly [string, string, Uint8Array, FieldCode | null])[] = [
  ['PDF', '意见.pdf', pdf, null],
  ['DOCX', '论证.docx', docx, null],
  ['XLSX', '测算.xlsx', xlsx, null],
  ['JPEG', '照片.jpeg', jpg, null],
  ['PNG', '扫描件.PNG', png, null],
  ['PDF of 20 MB', '满.pdf', bytesOf(pdf, new Uint8Array(fileLimits.bytes - pdf.length)), null],
  ['PDF of 21 MB', '大.pdf', bytesOf(pdf, new Uint8Array(21 * 1024 * 1024)), 'attachment_too_large'],
  ['empty file', '空.pdf', new Uint8Array(), 'attachment_empty'],
  ['PNG named .pdf', '图.pdf', png, 'attachment_type_differs'],
  ['XLSX named .docx', '表.docx', xlsx, 'attachment_type_differs'],
  ['PDF without extension', '意见', pdf, 'attachment_type_differs'],
  ['SVG', '图.svg', bytesOf(svg), 'attachment_type_unknown'],
  ['SVG named .png', '图.png', bytesOf(svg), 'attachment_type_unknown'],
  ['HTML named .png', '页.png', bytesOf(html), 'attachment_type_unknown'],
  ['program named .pdf', '程序.pdf', bytesOf('MZ\x90\0', new Uint8Array(200)), 'attachment_type_unknown'],
  ['GIF + HTML', '动图.png', bytesOf('GIF89a/*', html, '*/=1'), 'attachment_type_unknown'],
  ['JPEG + HTML', '照片.jpg', bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0', html, jpg), 'attachment_mixed'],
  ['PDF + ZIP', '意见.pdf', bytesOf(pdf, zipSync({ 'a.js': strToU8('alert(1)') })), 'attachment_mixed'],
  ['PNG + DOCX', '图.png', bytesOf(png, docx), 'attachment_mixed'],
  ['DOCX + script', '论证.docx', bytesOf(docx, '<script>'), 'attachment_damaged'],
  ['DOCX cut off', '论证.docx', docx.subarray(0, docx.length - 30), 'attachment_damaged'],
  ['plain ZIP named .docx', '包.docx', zipSync({ 'a.txt': strToU8('a') }), 'attachment_type_unknown'],
  ['DOCX encrypted', '密.docx', compoundFile, 'attachment_type_unknown'],
  ['DOCM', '宏.docm', docm, 'attachment_macros'],
  ['DOCM named .docx', '宏.docx', docm, 'attachment_macros'],
  ['archive inside DOCX', '套.docx', officeOf(text, { 'word/embeddings/b.zip': docx }), 'attachment_macros'],
  [
    'program inside DOCX',
    '套.docx',
    officeOf(text, { 'word/embeddings/a.exe': strToU8('MZ') }),
    'attachment_macros',
  ],
  ['zip bomb', '弹.xlsx', officeOf(sheet, { 'bomb.xml': zeros }), 'attachment_unpacks_too_large'],
]

const printed: string[] = []
afterAll(() => console.log(`what is sent → JSON client | plain form\n${printed.join('\n')}`))

it.each(corpus)('%s', async (what, name, given, refused) => {
  const bytes = Uint8Array.from(given)
  const before = await countRows(app)
  const shelf = app.files.files.size
  const answer = await upload(app, '/api/attachments', uploadOf(name, bytes))
  const status = refused ? 422 : 201
  const sentence = refused ? domainWords.zh.fields[refused] : '—'
  expect(answer.status).toBe(status)
  if (refused) {
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_input', fields: { file: sentence } })
    expect(await countRows(app)).toEqual(before)
    expect(app.files.files.size).toBe(shelf)
  } else expect(await bodyOf<FileView>(answer)).toMatchObject({ name, size: bytes.length })

  const form = await upload(app, '/measures/1.1/comment', uploadOf(name, bytes, { step: 'attach' }))
  expect(form.status).toBe(refused ? 422 : 200)
  const page = await form.text()
  if (refused) {
    expect(page).toContain(sentence)
    expect(app.files.files.size).toBe(shelf)
  } else {
    expect(page).toContain(`<span class="file-name">${name}</span>`)
    expect(app.files.files.size).toBe(shelf + 2)
  }
  printed.push(`${what} (${name}) → ${status} ${refused ?? 'taken'} | ${form.status} ${sentence}`)
})
