import { useFrame } from '../../components/frame/frame-context'
import { PrintOffer } from '../../components/receipt/print-offer'
import { FormSheet } from '../../components/stamped/form-sheet'
import { receiptPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Page = Extract<PublicPage, { view: 'stamped-form' }>

/** `/receipts/…/form`: what an organisation sent, to be printed and stamped. */
export function StampedFormView(props: Page) {
  const { stamped } = useFrame().words
  return (
    <div class="column account-page stamped-form-page">
      <div class="no-print">
        <p class="account-way">
          <a href={receiptPath(props.form.publicId)}>{stamped.back}</a>
        </p>
        <h1>{stamped.title}</h1>
        <p class="lead">{stamped.lead}</p>
        <PrintOffer />
      </div>
      <FormSheet form={props.form} verifyAt={props.verifyAt} />
      <section class="form-recipe no-print" aria-labelledby="form-recipe-heading">
        <h2 id="form-recipe-heading">{stamped.recipe}</h2>
        <p>{stamped.recipeBody}</p>
        <pre class="form-canonical" tabindex="0" lang="zh-CN">
          {props.form.canonical}
        </pre>
      </section>
    </div>
  )
}
