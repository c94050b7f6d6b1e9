import type { Totals } from '../../../../worker/contract/results'
import { commentStates, dispositions } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

/** The two sums that must come out. */
export function GateSums(props: { totals: Totals }) {
  const received = () =>
    commentStates
      .map((state) => `${words.states[state]} ${formatCount(props.totals.states[state])}`)
      .join(' + ')
  const admissible = () =>
    [
      ...dispositions.map(
        (made) => `${words.dispositions[made]} ${formatCount(props.totals.dispositions[made])}`,
      ),
      `${t.results.left} ${formatCount(props.totals.undisposed)}`,
    ].join(' + ')
  return (
    <dl class="gate-sums">
      <dt>
        {t.results.received} <b>{formatCount(props.totals.received)}</b>
      </dt>
      <dd>= {received()}</dd>
      <dt>
        {t.results.admissible} <b>{formatCount(props.totals.admissible)}</b>
      </dt>
      <dd>= {admissible()}</dd>
    </dl>
  )
}
