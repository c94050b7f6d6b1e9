import { useFrame } from '../../components/frame/frame-context'
import { FormPage } from '../../components/stamped/form-page'
import { FormSheet } from '../../components/stamped/form-sheet'
import { receiptPath } from '../../lib/links'
import type { PublicPage } from '../../page'

/** `/receipts/…/form`: what an organisation sent, to be printed and stamped. */
export function StampedFormView(props: Extract<PublicPage, { view: 'stamped-form' }>) {
  const { lead, recipeBody } = useFrame().words.stamped
  const { form } = props
  return (
    <FormPage back={receiptPath(form.publicId)} lead={lead} recipe={recipeBody} canonical={form.canonical}>
      <FormSheet form={form} verifyAt={props.verifyAt} />
    </FormPage>
  )
}
