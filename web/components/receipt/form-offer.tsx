import { stampedFormPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** The way to the printed form, for an organisation. */
export function FormOffer(props: { publicId: string }) {
  const { stamped } = useFrame().words
  return (
    <section class="form-offer" aria-labelledby="form-offer-heading">
      <h2 id="form-offer-heading">{stamped.offerHeading}</h2>
      <p>{stamped.offerLead}</p>
      <p class="buttons">
        <a class="button-quiet" href={stampedFormPath(props.publicId)}>
          {stamped.offer}
        </a>
      </p>
    </section>
  )
}
