import type { JSX } from 'solid-js'
import { useFrame } from '../frame/frame-context'
import { PrintOffer } from '../receipt/print-offer'

interface FormPageProps {
  /** Where the receipt is that it was printed from. */
  back: string
  lead: string
  /** How the hash is worked out, and of what. */
  recipe: string
  canonical: string
  /** The sheet. */
  children: JSX.Element
}

/** A form to be printed, with what is said around it on the screen alone. */
export function FormPage(props: FormPageProps) {
  const { stamped } = useFrame().words
  return (
    <div class="column account-page stamped-form-page">
      <div class="no-print">
        <p class="account-way">
          <a href={props.back}>{stamped.back}</a>
        </p>
        <h1>{stamped.title}</h1>
        <p class="lead">{props.lead}</p>
        <PrintOffer />
      </div>
      {props.children}
      <section class="form-recipe no-print" aria-labelledby="form-recipe-heading">
        <h2 id="form-recipe-heading">{stamped.recipe}</h2>
        <p>{props.recipe}</p>
        <pre class="form-canonical" tabindex="0" lang="zh-CN">
          {props.canonical}
        </pre>
      </section>
    </div>
  )
}
