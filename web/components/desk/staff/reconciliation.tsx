import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

export interface Equation {
  received: number
  published: number
  private: number
  rejected: number
  withdrawn: number
  open: number
  accountedFor: number
  overMeasures: number
}

interface ReconciliationProps {
  equation: Equation
  pending: number
  returned: number
}

const settled = ['published', 'private', 'rejected', 'withdrawn'] as const

/** received = published + private + rejected + withdrawn + open, printed as it is, agreeing or not. */
export function Reconciliation(props: ReconciliationProps) {
  const problems = () => {
    const { received, accountedFor, overMeasures } = props.equation
    const found: string[] = []
    if (received !== accountedFor)
      found.push(t.staff.unbalanced(formatCount(received), formatCount(accountedFor)))
    if (received !== overMeasures)
      found.push(t.staff.measuresDiffer(formatCount(received), formatCount(overMeasures)))
    return found
  }
  return (
    <section class="reconcile" aria-labelledby="reconcile-heading">
      <h2 id="reconcile-heading">{t.staff.reconcile}</h2>
      <p class="equation">
        <span class="term term-received">
          <b>{formatCount(props.equation.received)}</b> <span class="term-name">{t.staff.received}</span>
        </span>
        <For each={settled}>
          {(state, index) => (
            <>
              <span class="sign">{index() === 0 ? '=' : '+'}</span>
              <span class="term">
                <b>{formatCount(props.equation[state])}</b>{' '}
                <span class="term-name">{t.staff.equation[state]}</span>
              </span>
            </>
          )}
        </For>
        <span class="sign">+</span>
        <span class="term">
          <b>{formatCount(props.equation.open)}</b> <span class="term-name">{t.staff.open}</span>
          <span class="term-parts">
            {t.staff.openParts(formatCount(props.pending), formatCount(props.returned))}
          </span>
        </span>
      </p>
      <Show when={problems().length === 0}>
        <p class="balance balance-good">{t.staff.balanced}</p>
      </Show>
      <For each={problems()}>
        {(problem) => (
          <p class="balance balance-bad" role="alert">
            {problem}
          </p>
        )}
      </For>
    </section>
  )
}
