import { sql } from 'drizzle-orm'
import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import { chosenBy, type ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export interface CodebookRow {
  version: number
  theme: string
  key: string
  name: string
  definition: string
  example: string
  included: string
  excluded: string
  comments: number
}

export const codebookTable: Table<CodebookRow> = {
  name: 'codebook',
  zh: '编码本',
  en: 'Codebook',
  about: {
    zh: '最新一版已启用的编码本，以及标有每个编码的意见件数。',
    en: 'The newest codebook in use, and how many comments carry each code.',
  },
  columns: [
    plainColumn('version', 'integer', ['版次', 'Version'], 6, {
      zh: '编码本的版次。',
      en: 'Version of the codebook.',
    }),
    plainColumn('theme', 'text', ['主题', 'Theme'], 14, { zh: '编码所属的主题。', en: 'Theme of the code.' }),
    plainColumn('key', 'text', ['编码代号', 'Key'], 12, {
      zh: '编码的代号，各版不变。',
      en: 'Key of the code, the same in all versions.',
    }),
    plainColumn('name', 'text', ['编码', 'Code'], 18, { zh: '编码的名称。', en: 'Name of the code.' }),
    plainColumn('definition', 'text', ['定义', 'Definition'], 40, {
      zh: '编码的定义。',
      en: 'What it means.',
    }),
    plainColumn('example', 'text', ['例子', 'Example'], 32, { zh: '典型的意见。', en: 'A typical comment.' }),
    plainColumn('included', 'text', ['包括', 'Included'], 30, {
      zh: '应当归入的情形。',
      en: 'What belongs to it.',
    }),
    plainColumn('excluded', 'text', ['不包括', 'Excluded'], 30, {
      zh: '不应归入的情形。',
      en: 'What does not.',
    }),
    plainColumn('comments', 'integer', ['意见件数', 'Comments'], 7, {
      zh: '本次导出范围内标有该编码的意见件数，按全文或者片段标注的都算，一件只算一次。',
      en: 'Comments of this export that carry the code, on all of the text or on a passage, each counted once.',
    }),
  ],
}

export const fillCodebookTable = (read: ReadPage, scope: ExportScope): FilledTable<CodebookRow> => ({
  ...codebookTable,
  rows: readRows(read, scope),
})

async function* readRows(read: ReadPage, scope: ExportScope) {
  yield await read<CodebookRow>(sql`
    SELECT b.version, e.theme, k.key, e.name, e.definition, e.example, e.included, e.excluded,
      (SELECT count(DISTINCT g.comment_id) FROM tags g JOIN comments c ON c.id = g.comment_id
        WHERE g.code_id = k.id AND g.removed_at IS NULL AND g.comment_revision = c.revision AND ${chosenBy(scope, 'c', { isIndexed: false })}) AS comments
    FROM codebooks b JOIN codebook_entries e ON e.codebook_id = b.id JOIN codes k ON k.id = e.code_id
    WHERE b.id = (SELECT id FROM codebooks WHERE consultation_id = ${scope.consultationId}
      AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1)
    ORDER BY e.position, k.id`)
}
