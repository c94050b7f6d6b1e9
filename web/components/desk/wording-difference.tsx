import { lazy, Suspense } from 'solid-js'
import type { WordingView } from '../../../worker/contract/wordings'
import { t } from '../../locales/desk'

/** Fetched with the first wording: comparing texts is more than most comments ask for. */
const Difference = lazy(async () => ({ default: (await import('./revisions/difference')).Difference }))

/** The wording that a comment suggests, against the clause as its author read it. */
export function WordingDifference(props: { wording: WordingView }) {
  return (
    <section class="wording-difference" aria-label={t.item.wording}>
      <h4>{t.item.wording}</h4>
      <Suspense fallback={<p lang="zh-CN">{props.wording.text}</p>}>
        <Difference before={props.wording.base} after={props.wording.text} />
      </Suspense>
    </section>
  )
}
