import { formatFullMoment } from '../../lib/beijing-time'
import { useFrame } from '../frame/frame-context'

/** When the comment came in, by the clock of Beijing. */
export function SubmissionTime(props: { at: string }) {
  const { words, language } = useFrame()
  return <time datetime={props.at}>{words.receipt.beijing(formatFullMoment(props.at, language))}</time>
}
