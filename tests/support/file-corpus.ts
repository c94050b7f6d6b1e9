import { strToU8, type Zippable, zipSync } from 'fflate'

export const bytesOf = (...parts: (string | Uint8Array)[]) => {
  const all = parts.map((part) =>
    typeof part === 'string' ? Uint8Array.from(Buffer.from(part, 'latin1')) : part,
  )
  return Uint8Array.from(Buffer.concat(all))
}
export const pdf = bytesOf('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
export const png = bytesOf(
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89',
  '\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82',
)
export const jpg = bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9')

export const officeOf = (main: string, more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
    ),
    'main.xml': strToU8('<document/>'),
    ...more,
  })
export const docx = officeOf('wordprocessingml.document')
export const xlsx = officeOf('spreadsheetml.sheet')
export const zeros = new Uint8Array(30 * 1024 * 1024)
