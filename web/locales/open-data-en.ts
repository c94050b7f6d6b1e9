import type { openDataZh } from './open-data-zh'

export const openDataEn: typeof openDataZh = {
  title: 'Open data',
  lead: 'Published comments, dispositions, responses, all revisions of the plan and the totals: anybody may download, check and reuse them.',
  download: 'Download everything (ZIP)',
  of: 'Consultation',
  snapshot: 'Data as of',
  size: 'Size',
  rows: 'Comments',
  hash: 'Checksum of the file (SHA-256)',
  notYet: 'Once somebody has downloaded it, size and checksum of the file stand here.',
  same: 'As long as the data do not change, every download is the same file, byte for byte.',
  insideTitle: 'What is in it',
  inside: [
    'each table in two forms: CSV for spreadsheets, JSON Lines for programs;',
    'datapackage.json: name, type and meaning of every field, by Frictionless Data Package and Table Schema;',
    'dictionary.csv: the same, to be read by people;',
    'SHA256SUMS: the checksums of the files.',
  ],
  tables: 'The fields of each table',
  fields: (count) => `${count} fields`,
  field: 'Field',
  name: 'Name',
  meaning: 'Meaning',
  notTitle: 'What is not public',
  not: [
    'comments that are not published: awaiting review, rejected, withdrawn, or private at their author’s wish;',
    'personal data: names of individuals are masked unless they agreed to more, and contacts are never included;',
    'the office’s own work: assignments, drafts, internal notes and names of staff.',
  ],
  caution:
    'A consultation is neither a vote nor a sample. The figures say what was received and do not stand for public opinion.',
}
