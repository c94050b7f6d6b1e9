import type { Disposition } from '../../../worker/contract/words'
import { useFrame } from '../frame/frame-context'

/** The outcome in words; its colour only repeats them. */
export function DispositionChip(props: { disposition: Disposition | null }) {
  const { words, domain } = useFrame()
  return (
    <span class={`disposition disposition-${props.disposition ?? 'none'}`}>
      {props.disposition ? domain.dispositions[props.disposition] : words.results.undisposed}
    </span>
  )
}
