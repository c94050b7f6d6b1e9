import { unzipSync } from 'fflate'
import { assertRole, type ServiceContext } from '../../context'
import type { DocumentText, PlanDocumentFile } from '../../contract/consultations'
import { limits } from '../../contract/limits'
import { invalidField } from '../../errors'
import { bytesOf } from '../offline/check-import'
import { decode } from '../offline/read-table'

const document = 'word/document.xml'
const mostUnpacked = 8 * 1024 * 1024

/** How files begin that hold text in a form that is not read: PDF, RTF, Word before 2007. */
const otherKinds = ['%PDF-', '{\\rtf', '\xd0\xcf\x11\xe0']

/** The text of a .txt or .docx, paragraph by paragraph and by what it is, whatever it is called; nothing is kept of the file. */
export function readDocument(ctx: ServiceContext, { fileName, content }: PlanDocumentFile): DocumentText {
  assertRole(ctx, 'admin')
  const bytes = bytesOf(content)
  const start = String.fromCharCode(...bytes.slice(0, 8))
  if (otherKinds.some((kind) => start.startsWith(kind))) throw invalidField('content', 'document_kind')
  const isDocx = /\.docx$/i.test(fileName) || start.startsWith('PK\x03\x04')
  const text = isDocx ? readDocx(bytes) : decode(bytes)
  if (text === null) throw invalidField('content', 'document_unreadable')
  if (text.includes('\0')) throw invalidField('content', 'document_kind')
  if (text.trim() === '') throw invalidField('content', 'document_empty')
  if (text.length > limits.planSource) throw invalidField('content', 'too_long')
  return { text }
}

/** What the paragraphs say, numbers that Word itself gives left out; null where it is no such file or unpacks to too much. */
function readDocx(bytes: Uint8Array): string | null {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === document && originalSize <= mostUnpacked,
    })
    const xml = parts[document] && new TextDecoder('utf-8', { fatal: true }).decode(parts[document])
    return xml ? paragraphsOf(xml).join('\n') : null
  } catch {
    return null
  }
}

const paragraphsOf = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/g)]
      .map(([, text]) => (text === undefined ? ' ' : unescapeXml(text)))
      .join(''),
  )

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeXml = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
