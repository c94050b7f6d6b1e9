import { For } from 'solid-js'
import type { HeadView } from '../../../worker/contract/transparency'
import { formatFullMoment } from '../../lib/beijing-time'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

export function RecentSeals(props: { heads: HeadView[] }) {
  const { words, language } = useFrame()
  return (
    <ol class="seal-entries">
      <For each={props.heads}>
        {({ size, root, sealedAt }) => (
          <li>
            <time datetime={sealedAt}>{formatFullMoment(sealedAt, language)}</time>
            <span>{words.transparency.size(groupDigits(size))}</span>
            <code class="hash">{root}</code>
          </li>
        )}
      </For>
    </ol>
  )
}
