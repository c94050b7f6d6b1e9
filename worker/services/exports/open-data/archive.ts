import { beijingTimestamp } from '../../../contract/beijing-time'
import type { Source } from '../comment-workbook'
import { dictionaryText } from '../dictionary'
import { openSha256 } from '../sha256'
import { fillAdoptionTable } from '../tables/adoption-table'
import { fillCommentTable } from '../tables/comment-table'
import { fillCrossTable } from '../tables/cross-table'
import { fillGroupTable } from '../tables/group-table'
import { fillPlanTable } from '../tables/plan-table'
import { fillResponseTable } from '../tables/response-table'
import { sealed, type TableContent } from '../tables/sealed-table'
import type { FilledTable } from '../tables/table'
import { Tally } from '../tables/tally'
import { fillTargetTable } from '../tables/target-table'
import { fillTotalTable } from '../tables/total-table'
import { type ZipEntry, zip } from '../xlsx/zip'
import { dataPackage, type WrittenFile } from './data-package'
import { openTables } from './open-tables'
import { readme } from './readme'
import { openCsv, openJsonLines } from './table-files'

const encoder = new TextEncoder()

/**
 * The archive of open data, file by file: each table as CSV and as JSON Lines, the data dictionary, `datapackage.json` and
 * the hashes of them all. The same data give the same bytes.
 */
export function openDataArchive(source: Source): AsyncGenerator<Uint8Array> {
  return zip(entriesOf(source), beijingTimestamp(source.scope.about.takenAt))
}

async function* entriesOf(source: Source): AsyncGenerator<ZipEntry> {
  const files: WrittenFile[] = []
  const noted = (path: string, content: AsyncIterable<Uint8Array>): ZipEntry => ({
    path,
    content: hashed(content, (found) => files.push({ path, ...found })),
  })
  const text = (path: string, content: string) => noted(path, once(encoder.encode(content)))
  const tally = new Tally()
  const tables: Parameters<typeof dataPackage>[1][number][] = []

  for (const table of openTables) {
    const contents: TableContent[] = []
    const fill = (isFirst: boolean) =>
      sealed(
        fillTable(table.name, source, tally, isFirst),
        (content) => contents.push(content),
        () => source.count(0),
      )
    const [csv, jsonLines] = [`data/${table.name}.csv`, `data/${table.name}.jsonl`]
    yield noted(csv, openCsv(fill(true)))
    yield noted(jsonLines, openJsonLines(fill(false)))
    tables.push({
      table,
      rows: assertSame(contents),
      csv: fileOf(files, csv),
      jsonLines: fileOf(files, jsonLines),
    })
  }
  yield text('dictionary.csv', await dictionaryText('public', openTables))
  yield text('README.md', readme(source.scope, tables))
  yield text('datapackage.json', `${JSON.stringify(dataPackage(source.scope, tables), null, 2)}\n`)
  yield text('SHA256SUMS', files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
}

/** A table is read once for each of its files. */
function fillTable(name: string, source: Source, tally: Tally, isFirst: boolean): FilledTable<never> {
  const { read, scope, names } = source
  const makers: Record<string, () => unknown> = {
    comments: () => {
      const table = fillCommentTable(read, scope, names)
      return isFirst
        ? sealed(
            table,
            () => {},
            (rows) => {
              tally.add(rows)
              return source.count(rows.length)
            },
          )
        : table
    },
    adoption: () => fillAdoptionTable(read, scope, names),
    counts: () => fillCrossTable(scope.audience, tally, { hasTotal: false }),
    targets: () => fillTargetTable(read, scope),
    similar_groups: () => fillGroupTable(read, scope, names),
    plan: () => fillPlanTable(names),
    responses: () => fillResponseTable(read, scope, names),
    totals: () => fillTotalTable(read, scope),
  }
  return makers[name]?.() as FilledTable<never>
}

/** Both files of a table are of the same rows, or there is no archive: somebody changed one of them between the two readings. */
function assertSame([first, second]: TableContent[]): number {
  if (!first || first.sha256 !== second?.sha256)
    throw new Error(`The table ${first?.name} changed while the archive was made.`)
  return first.rows
}

async function* hashed(
  content: AsyncIterable<Uint8Array>,
  onEnd: (found: Omit<WrittenFile, 'path'>) => void,
): AsyncGenerator<Uint8Array> {
  const hash = openSha256()
  let bytes = 0
  for await (const piece of content) {
    hash.add(piece)
    bytes += piece.length
    yield piece
  }
  onEnd({ bytes, sha256: hash.end() })
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

function fileOf(files: readonly WrittenFile[], path: string): WrittenFile {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`${path} was not written`)
  return found
}
