import type { Totals } from '../../../worker/contract/results'
import { channels, commentStates, dispositions, participantKinds } from '../../../worker/contract/words'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { CountTable } from './count-table'

/** The figures, with the sums by which anybody can check them. */
export function TotalsSection(props: { totals: Totals }) {
  const { words, domain } = useFrame()
  const { results } = words
  const { totals } = props
  const parts = commentStates
    .filter((state) => totals.states[state] > 0)
    .map((state) => `${domain.states[state]} ${groupDigits(totals.states[state])}`)
    .join(' + ')
  return (
    <section aria-labelledby="totals-heading">
      <h2 id="totals-heading">{results.totals}</h2>
      <p class="hint">{results.asPrinted}</p>
      <p class="results-equation">{results.equation(groupDigits(totals.received), parts || '0')}</p>
      <p>{results.admissible(groupDigits(totals.admissible))}</p>
      <div class="count-tables">
        <CountTable
          caption={results.dispositions}
          whole={totals.admissible}
          lines={[
            ...dispositions.map((key) => ({
              name: domain.dispositions[key],
              count: totals.dispositions[key],
            })),
            ...(totals.undisposed > 0 ? [{ name: results.undisposed, count: totals.undisposed }] : []),
          ]}
        />
        <CountTable
          caption={results.kinds}
          whole={totals.admissible}
          lines={participantKinds.map((key) => ({ name: domain.kinds[key], count: totals.kinds[key] }))}
        />
        <CountTable
          caption={results.channels}
          whole={totals.received}
          lines={channels.map((key) => ({ name: domain.channels[key], count: totals.channels[key] }))}
        />
      </div>
    </section>
  )
}
