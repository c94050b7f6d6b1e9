import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { dictionaryText } from '../exports/dictionary'
import { openTables } from '../exports/open-data/open-tables'
import { openJsonLines } from '../exports/open-data/table-files'
import type { ReadPage } from '../exports/reading/pages'
import type { PlanNames } from '../exports/reading/read-plan-names'
import type { ExportScope } from '../exports/scope'
import { fillCommentTable } from '../exports/tables/comment-table'
import { fillResponseTable } from '../exports/tables/response-table'
import type { FilledTable } from '../exports/tables/table'
import { type ZipEntry, zip } from '../exports/xlsx/zip'
import { listEntries } from '../transparency/list-entries'
import { listHeads } from '../transparency/list-heads'
import { type Content, entryOf, type PackFile } from './json-lines'
import { readCounts } from './read-counts'
import { readPlan } from './read-plan'
import {
  readCodebooks,
  readDecisions,
  readDispositions,
  readReasons,
  readRegister,
  vocabulary,
} from './read-rows'
import { readmeOf } from './readme'

/** What the files are made by; a number goes up when one of them takes another shape. */
export const packVersion = 1

export interface PackSource {
  ctx: ServiceContext
  read: ReadPage
  scope: ExportScope
  names: PlanNames
  count: (rows: number) => Promise<void>
  /** Which entry of the record the data are of, and how many are sealed. */
  record: number
  headSize: number
  /** Throws where the data changed while they were read. */
  assertSame: () => Promise<void>
}

/** The archive that a consultation's figures can be computed from, file by file; the manifest stands last. */
export function evidencePack(source: PackSource): AsyncGenerator<Uint8Array> {
  return zip(entriesOf(source), beijingTimestamp(source.scope.about.takenAt))
}

async function* entriesOf(source: PackSource): AsyncGenerator<ZipEntry> {
  const { scope, record, headSize, assertSame, count } = source
  const files: PackFile[] = []
  for (const content of contentsOf(source)) {
    yield entryOf(content, (file) => files.push(file))
    await count(files.at(-1)?.rows ?? 0)
  }
  await assertSame()
  const manifest = {
    format: 'yanlu-evidence-pack',
    version: packVersion,
    consultation: scope.consultationKey,
    snapshotAt: scope.about.takenAt,
    record,
    sealed: headSize,
    files,
  }
  yield entryOf({ path: 'manifest.json', object: async () => manifest }, () => {})
}

function contentsOf({ ctx, read, scope, names, headSize }: PackSource): Content[] {
  return [
    { path: 'README.md', object: async () => readmeOf(scope) },
    {
      path: 'consultation.json',
      object: async () => ({ key: scope.consultationKey, ...scope.about, filters: undefined, vocabulary }),
    },
    { path: 'plan.json', object: () => readPlan(read, scope.consultationId) },
    { path: 'register.jsonl', pages: () => readRegister(read, scope) },
    { path: 'comments.jsonl', pages: () => rowsOf(fillCommentTable(read, scope, names)) },
    { path: 'decisions.jsonl', pages: () => readDecisions(read, scope) },
    { path: 'reasons.json', object: () => readReasons(read) },
    { path: 'dispositions.jsonl', pages: () => readDispositions(read, scope) },
    { path: 'responses.jsonl', pages: () => rowsOf(fillResponseTable(read, scope, names)) },
    { path: 'codebook.json', object: () => readCodebooks(read, scope) },
    { path: 'dictionary.csv', object: () => dictionaryText('public', openTables) },
    { path: 'chain/entries.jsonl', pages: () => sealedEntries(ctx, headSize) },
    { path: 'chain/heads.jsonl', pages: () => heads(ctx, headSize) },
    { path: 'counts.json', object: () => readCounts(ctx) },
  ]
}

/** A table's rows as open data write them. */
async function* rowsOf<Row>(table: FilledTable<Row>): AsyncGenerator<unknown[]> {
  const decoder = new TextDecoder()
  for await (const bytes of openJsonLines(table))
    yield decoder
      .decode(bytes)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
}

async function* sealedEntries(ctx: ServiceContext, size: number): AsyncGenerator<unknown[]> {
  let after: string | undefined
  for (let seen = 0; seen < size; ) {
    const page = await listEntries(ctx, after === undefined ? {} : { after })
    const items = page.items.slice(0, size - seen)
    if (items.length === 0) return
    yield items
    seen += items.length
    if (page.next === null) return
    after = page.next
  }
}

/** The oldest first; what was sealed since the pack was begun belongs to the next. */
async function* heads(ctx: ServiceContext, size: number): AsyncGenerator<unknown[]> {
  const all: { size: number }[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listHeads(ctx, after === undefined ? { limit: 100 } : { limit: 100, after })
    all.push(...page.items)
    after = page.next
  }
  yield all.filter((head) => head.size <= size).sort((a, b) => a.size - b.size)
}
