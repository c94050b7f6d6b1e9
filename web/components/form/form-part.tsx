import type { JSX } from 'solid-js'

/** One of the form's numbered parts. */
export function FormPart(props: { numeral: string; heading: string; id: string; children: JSX.Element }) {
  return (
    <section class="form-part" aria-labelledby={props.id}>
      <h2 id={props.id}>
        <span class="form-numeral" aria-hidden="true">
          {props.numeral}
        </span>
        {props.heading}
      </h2>
      {props.children}
    </section>
  )
}
