import { Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { t } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatPlace } from '../../../locales/desk/format'

/** What the comment is about: the measure, the sentence as it read then, and how it reads now where it was changed. */
export function CaseContext(props: { view: CaseView }) {
  return (
    <section class="context" aria-label={w.case.context}>
      <p class="context-measure">
        <span class="context-place">{formatPlace(props.view.measure.key)}</span> {props.view.measure.title}
      </p>
      <Show when={props.view.clause} fallback={<p class="context-whole">{w.case.wholeMeasure}</p>}>
        {(clause) => (
          <>
            <Show when={clause().current}>
              <p class="case-revision">{w.case.madeOn(clause().madeOn)}</p>
            </Show>
            <blockquote class="context-clause">
              <span class="context-number">{t.sentence(clause().number)}</span>
              {clause().text}
            </blockquote>
            <Show when={clause().quote}>{(quote) => <p class="case-quote">{w.case.quote(quote())}</p>}</Show>
            <Show when={clause().current}>
              {(current) => (
                <>
                  <p class="case-revision">{w.case.now(current().revision)}</p>
                  <blockquote class="context-clause case-now">{current().text ?? w.case.removed}</blockquote>
                </>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
