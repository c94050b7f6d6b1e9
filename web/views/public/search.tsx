import { For, Show } from 'solid-js'
import type { SearchView as Result } from '../../../worker/contract/comments'
import type { ErrorCode } from '../../../worker/contract/errors'
import { useFrame } from '../../components/frame/frame-context'
import { CommentHit, MeasureHit, ReviewHit } from '../../components/search/hits'
import { ErrorSummary } from '../../components/ui/error-summary'
import { FieldError } from '../../components/ui/field'
import { summarizeErrors } from '../../lib/form-errors'
import { homePath, searchPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { FieldErrors } from '../../page'

/** The search lists no more of the plan than this: so many may be more. */
const mostMeasureHits = 50

function SearchForm(props: { query: string; error: string | undefined }) {
  const { search } = useFrame().words
  return (
    <form class="search-form" action={searchPath('')}>
      <label for="field-q">{search.label}</label>
      <p class="hint" id="hint-q">
        {search.hint}
      </p>
      <FieldError name="q" error={props.error} />
      <div class="search-line">
        <input
          class="input"
          type="search"
          id="field-q"
          name="q"
          value={props.query}
          aria-describedby={props.error ? 'hint-q error-q' : 'hint-q'}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <button class="button" type="submit">
          {search.go}
        </button>
      </div>
    </form>
  )
}

function Results(props: { result: Result }) {
  const { search, home } = useFrame().words
  const { items, measures, review, query, next } = props.result
  const found = groupDigits(measures.length)
  const isEmpty = items.length === 0 && measures.length === 0 && review.length === 0
  return (
    <>
      <Show when={isEmpty}>
        <div class="empty">
          <p class="empty-title">{search.none(query)}</p>
          <p>{search.noneHint}</p>
          <p>
            <a class="empty-way" href={`${homePath()}#plan-heading`}>
              {home.plan}
            </a>
          </p>
        </div>
      </Show>
      <Show when={measures.length > 0}>
        <section class="hits" aria-labelledby="hits-measures">
          <h2 id="hits-measures">
            {search.measures}{' '}
            <span>
              {measures.length < mostMeasureHits ? search.found(found) : search.foundAtLeast(found)}
            </span>
          </h2>
          <ol>
            <For each={measures}>{(hit) => <MeasureHit hit={hit} query={query} />}</For>
          </ol>
        </section>
      </Show>
      <Show when={items.length > 0}>
        <section class="hits" aria-labelledby="hits-comments">
          <h2 id="hits-comments">{search.comments}</h2>
          <ol class="comments">
            <For each={items}>{(comment) => <CommentHit comment={comment} query={query} />}</For>
          </ol>
          <Show when={next}>
            {(after) => (
              <a class="button-quiet" rel="next" href={searchPath(query, after())}>
                {search.next}
              </a>
            )}
          </Show>
        </section>
      </Show>
      <Show when={review.length > 0}>
        <section class="hits" aria-labelledby="hits-review">
          <h2 id="hits-review">
            {search.review} <span>{search.found(groupDigits(review.length))}</span>
          </h2>
          <ol>
            <For each={review}>{(section) => <ReviewHit section={section} query={query} />}</For>
          </ol>
        </section>
      </Show>
    </>
  )
}

export function SearchView(props: {
  query: string
  result: Result | null
  errors: FieldErrors
  refusal: ErrorCode | null
}) {
  const frame = useFrame()
  const { search, form } = frame.words
  return (
    <div class="column search-page">
      <ErrorSummary
        heading={props.refusal ? form.refusalHeading : form.errorHeading}
        errors={summarizeErrors(props.errors, { q: search.label })}
        refusal={props.refusal ? frame.domain.errors[props.refusal] : null}
      />
      <h1>{props.result ? search.resultTitle(props.result.query) : search.title}</h1>
      <SearchForm query={props.query} error={props.errors.q} />
      <Show when={props.result}>{(result) => <Results result={result()} />}</Show>
    </div>
  )
}
