import type { FormView } from '../../../worker/contract/stamped-forms'
import { formatFullMoment } from '../../lib/beijing-time'
import { sheetWords } from '../../locales/stamped-sheet'
import { OpinionRows } from './opinion-rows'
import { OrganisationRows, PlaceRow, Row, Sheet } from './sheet'

/** The form of a comment. */
export function FormSheet(props: { form: FormView; verifyAt: string }) {
  const { form } = props
  return (
    <Sheet {...form} verifyAt={props.verifyAt}>
      <table>
        <tbody>
          <OrganisationRows {...form.organisation} />
          <PlaceRow measure={form.measure} clause={form.clause} />
          <OpinionRows {...form} />
          <Row label={sheetWords.submittedAt}>
            {sheetWords.beijing(formatFullMoment(form.submittedAt, 'zh'))}
          </Row>
          <Row label={sheetWords.revision}>{sheetWords.revisionOf(form.revision)}</Row>
        </tbody>
      </table>
    </Sheet>
  )
}
