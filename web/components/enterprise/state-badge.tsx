import type { EnterpriseState } from '../../../worker/contract/words'
import { useFrame } from '../frame/frame-context'

/** How far an organisation is verified, in a word. */
export function StateBadge(props: { state: EnterpriseState }) {
  const { domain } = useFrame()
  return (
    <span class={`enterprise-state enterprise-state-${props.state}`}>
      {domain.enterpriseStates[props.state]}
    </span>
  )
}
