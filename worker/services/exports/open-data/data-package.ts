import type { ExportScope } from '../scope'
import type { Table } from '../tables/table'
import { fieldName, primaryKeys } from './open-tables'

/** A file of the archive as it was written. */
export interface WrittenFile {
  path: string
  bytes: number
  sha256: string
}

const types = { text: 'string', integer: 'integer', number: 'number', datetime: 'datetime' } as const

/** `datapackage.json`: Frictionless Data Package v1 with Table Schema, from the columns that wrote the files. */
export function dataPackage(
  { consultationKey, about }: ExportScope,
  tables: readonly { table: Table<never>; rows: number; csv: WrittenFile; jsonLines: WrittenFile }[],
): object {
  return {
    profile: 'data-package',
    name: consultationKey,
    title: `${about.consultation}：公开征求意见开放数据`,
    description: [
      '已公开的意见、采纳情况、公开的答复、征求意见文本各版和各项合计。征集不是投票，也不是抽样调查。',
      'Published comments, dispositions, responses, revisions of the plan and figures. Neither a vote nor a sample.',
    ].join('\n'),
    created: about.takenAt,
    contributors: [{ title: about.authority, role: 'publisher' }],
    resources: tables.flatMap(({ table, rows, csv, jsonLines }) => [
      {
        profile: 'tabular-data-resource',
        name: table.name.replaceAll('_', '-'),
        title: table.zh,
        description: `${table.about.zh}\n${table.about.en}`,
        path: csv.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.bytes,
        hash: `sha256:${csv.sha256}`,
        rows,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: schemaOf(table),
      },
      {
        profile: 'data-resource',
        name: `${table.name.replaceAll('_', '-')}-jsonl`,
        title: table.zh,
        description: `${table.about.zh}\n${table.about.en}`,
        path: jsonLines.path,
        format: 'jsonl',
        mediatype: 'application/x-ndjson',
        encoding: 'utf-8',
        bytes: jsonLines.bytes,
        hash: `sha256:${jsonLines.sha256}`,
        rows,
      },
    ]),
  }
}

export function schemaOf({ name, columns }: Table<never>): object {
  return {
    fields: columns.map(({ key, type, zh, en, meaning }) => ({
      name: fieldName(key),
      type: types[type],
      title: `${zh} ${en}`,
      description: `${meaning.zh}\n${meaning.en}`,
    })),
    missingValues: [''],
    primaryKey: (primaryKeys[name] ?? []).map(fieldName),
  }
}
