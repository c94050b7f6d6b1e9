import { useFrame } from '../../components/frame/frame-context'
import { PrintOffer } from '../../components/receipt/print-offer'
import { ResponseSheet } from '../../components/stamped/response-sheet'
import { versionPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Page = Extract<PublicPage, { view: 'response-form' }>

/** `/enterprise/response/versions/…/form`: all that an organisation sent as one, to be printed and stamped. */
export function ResponseFormView(props: Page) {
  const { stamped } = useFrame().words
  return (
    <div class="column account-page stamped-form-page">
      <div class="no-print">
        <p class="account-way">
          <a href={versionPath(props.version.version)}>{stamped.back}</a>
        </p>
        <h1>{stamped.title}</h1>
        <p class="lead">{stamped.leadWhole}</p>
        <PrintOffer />
      </div>
      <ResponseSheet version={props.version} verifyAt={props.verifyAt} />
      <section class="form-recipe no-print" aria-labelledby="form-recipe-heading">
        <h2 id="form-recipe-heading">{stamped.recipe}</h2>
        <p>{stamped.recipeWhole}</p>
        <pre class="form-canonical" tabindex="0" lang="zh-CN">
          {props.version.content}
        </pre>
      </section>
    </div>
  )
}
