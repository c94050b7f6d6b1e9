import { Show } from 'solid-js'
import { useFrame } from '../../components/frame/frame-context'
import { ErrorSummary } from '../../components/ui/error-summary'
import { TextField } from '../../components/ui/field'
import { summarizeErrors } from '../../lib/form-errors'
import { verifyFormPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Page = Extract<PublicPage, { view: 'verify-form' }>

/** What the QR of a printed form opens, and where its numbers can be typed. */
export function VerifyFormView(props: Page) {
  const { words, domain } = useFrame()
  const { form } = words
  const { verify } = words.stamped
  const input = { class: 'input-medium input-code', autocomplete: 'off', spellcheck: false }
  return (
    <div class="column lookup-page">
      <ErrorSummary
        heading={props.refusal ? form.refusalHeading : form.errorHeading}
        errors={summarizeErrors(props.errors, {
          id: verify.id,
          revision: verify.revision,
          hash: verify.hash,
        })}
        refusal={props.refusal ? domain.errors[props.refusal] : null}
      />
      <h1>{verify.title}</h1>
      <Show when={props.match} fallback={<p class="lead">{verify.lead}</p>}>
        {(match) => (
          <section class={`form-match is-${match()}`} aria-labelledby="form-match-heading">
            <h2 id="form-match-heading">{verify.results[match()]}</h2>
            <p>{verify.explained[match()]}</p>
            <p>
              <code>
                {props.values.id} · {props.values.revision}
              </code>
              <code class="form-match-hash">{props.values.hash}</code>
            </p>
            <Show when={match() === 'same' || match() === 'earlier'}>
              <p>{verify.compare}</p>
            </Show>
          </section>
        )}
      </Show>
      <form method="get" action={verifyFormPath()} novalidate>
        <TextField
          {...input}
          name="id"
          label={verify.id}
          hint={verify.idHint}
          value={props.values.id}
          error={props.errors.id}
        />
        <TextField
          {...input}
          name="revision"
          label={verify.revision}
          hint={verify.revisionHint}
          inputmode="numeric"
          value={props.values.revision}
          error={props.errors.revision}
        />
        <TextField
          {...input}
          name="hash"
          label={verify.hash}
          hint={verify.hashHint}
          value={props.values.hash}
          error={props.errors.hash}
        />
        <p class="buttons">
          <button class="button" type="submit">
            {verify.send}
          </button>
        </p>
      </form>
    </div>
  )
}
