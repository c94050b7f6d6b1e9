/** What may be attached, by the extension of its name. */
export const fileExtensions = ['pdf', 'docx', 'xlsx', 'jpg', 'png'] as const
export type FileType = (typeof fileExtensions)[number]

export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
} as const satisfies Record<FileType, string>

/** What a form's script holds its files to, apart from the rest for its weight: of one file, in bytes. */
export const fileBytes = 20 * 1024 * 1024
/** On one comment. */
export const fileCount = 5

export const fileLimits = {
  bytes: fileBytes,
  count: fileCount,
  /** Of the request that brings one: a file a little too large is still read, and refused by its name. */
  requestBytes: 24 * 1024 * 1024,
  /** Of one source on one day; what one comment may take; and of all uploads that were not sent yet. */
  filesADay: 200,
  bytesADay: 512 * 1024 * 1024,
  fairBytes: 120 * 1024 * 1024,
  unsentBytes: 5 * 1024 * 1024 * 1024,
  /** Of what one response holds, on all its entries. */
  heldBytes: 512 * 1024 * 1024,
  /** In characters. */
  name: 120,
  /** An archive inside: entries, bytes once unpacked, and how many times larger than packed. */
  entries: 5000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 200,
} as const
