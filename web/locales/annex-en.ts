import type { AnnexWords } from './annex-zh'

export const annexEn: AnnexWords = {
  heading: 'Confidential annex',
  add: 'Add a confidential annex',
  lead: 'One file with business secrets can go along as a confidential annex. It is kept encrypted and read only by people whom the department has named; each time they say what for, and your receipt tells you.',
  file: 'File',
  fileHint: 'PDF, DOCX, XLSX, JPG or PNG, 20 MB at most.',
  summary: 'Public summary',
  summaryHint:
    'Required. It is moderated and published with the comment, so that others know what the annex is about; leave the secrets out.',
  send: 'Encrypt and upload',
  openings: 'Who read it',
  unopened: 'Nobody has opened it yet.',
  department: 'The department',
  gone: 'This annex has been deleted.',
  shown: 'Summary of the confidential annex',
}
