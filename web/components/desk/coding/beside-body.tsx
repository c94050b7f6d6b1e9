import { Show } from 'solid-js'
import type { WordingView } from '../../../../worker/contract/wordings'
import { t } from '../../../locales/desk'
import { WordingDifference } from '../wording-difference'

interface BesideBodyProps {
  wording: WordingView | null
  annexSummary: string | null
}

/** What a comment says apart from its body: the wording that it suggests, and what is public of a confidential annex. */
export function BesideBody(props: BesideBodyProps) {
  return (
    <>
      <Show when={props.wording}>{(wording) => <WordingDifference wording={wording()} />}</Show>
      <Show when={props.annexSummary}>
        {(summary) => (
          <section class="wording-difference" aria-label={t.item.annexSummary}>
            <h4>{t.item.annexSummary}</h4>
            <p class="sorting-body">{summary()}</p>
          </section>
        )}
      </Show>
    </>
  )
}
