import type { ServiceContext } from '../../context'
import { publicTableDenials } from './deny-list'
import { fillDictionary } from './dictionary'
import { countActsSince } from './open-scope'
import type { ReadPage } from './reading/pages'
import type { PlanNames } from './reading/read-plan-names'
import type { ExportScope } from './scope'
import { fillAboutTable } from './tables/about-table'
import { adoptionLines } from './tables/adoption-lines'
import { fillAdoptionTable } from './tables/adoption-table'
import { fillAgreementTable } from './tables/agreement-table'
import { fillCodebookTable } from './tables/codebook-table'
import { fillCommentTable } from './tables/comment-table'
import { fillCrossTable } from './tables/cross-table'
import { fillGroupTable } from './tables/group-table'
import { fillLedgerTable } from './tables/ledger-table'
import { sealed, type TableContent } from './tables/sealed-table'
import type { FilledTable } from './tables/table'
import { Tally } from './tables/tally'
import { fillTargetTable } from './tables/target-table'
import { type Sheet, workbookFile } from './workbook'
import type { SheetLimits } from './xlsx/worksheet'

export interface Source {
  read: ReadPage
  scope: ExportScope
  names: PlanNames
  /** Hears of each page of comments that was used. */
  count: (rows: number) => Promise<void>
}

/** The workbook of an export: the comments first, for the totals of the other sheets are those of its rows. */
export function commentWorkbook(ctx: ServiceContext, source: Source, limits?: SheetLimits) {
  return workbookFile(sheetsOf(ctx, source), source.scope.about.takenAt, limits)
}

function* sheetsOf(ctx: ServiceContext, { read, scope, names, count }: Source): Generator<Sheet<never>> {
  const tally = new Tally()
  const contents: TableContent[] = []
  const noted = <Row>(table: FilledTable<Row>) =>
    sealed(
      table,
      (content) => contents.push(content),
      () => count(0),
    )
  const sheet = <Row>(sheetOf: Sheet<Row>) => sheetOf as unknown as Sheet<never>

  yield sheet({
    table: sealed(
      fillCommentTable(read, scope, names),
      (content) => contents.push(content),
      (rows) => {
        tally.add(rows)
        return count(rows.length)
      },
    ),
  })
  const further = [
    () =>
      sheet({ table: noted(fillAdoptionTable(read, scope, names)), printed: adoptionLines(scope, tally) }),
    () => sheet({ table: noted(fillCrossTable(scope.audience, tally, { hasTotal: true })) }),
    () => sheet({ table: noted(fillTargetTable(read, scope)) }),
    () => sheet({ table: noted(fillCodebookTable(read, scope)) }),
    () => sheet({ table: noted(fillAgreementTable(read, scope)) }),
    () => sheet({ table: noted(fillGroupTable(read, scope, names)) }),
    () => sheet({ table: noted(fillLedgerTable(read, scope, names)) }),
  ]
  for (const make of further) {
    const made = make()
    if (scope.audience === 'staff' || !(made.table.name in publicTableDenials)) yield made
  }
  yield sheet({ table: noted(fillDictionary(scope.audience)) })
  yield sheet({ table: fillAboutTable(scope, contents, () => countActsSince(ctx, scope)), isFirst: true })
}
