import { For } from 'solid-js'
import type { HeadView } from '../../../worker/contract/transparency'
import { formatFullMoment } from '../../lib/beijing-time'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

export function HeadsTable(props: { heads: HeadView[] }) {
  const { words, language } = useFrame()
  const { columns } = words.transparency
  return (
    <table class="heads" aria-labelledby="recent-heading">
      <thead>
        <tr>
          <th scope="col">{columns.sealedAt}</th>
          <th scope="col">{columns.size}</th>
          <th scope="col">{columns.root}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.heads}>
          {({ size, root, sealedAt }) => (
            <tr>
              <td>
                <time datetime={sealedAt}>{formatFullMoment(sealedAt, language)}</time>
              </td>
              <td>{groupDigits(size)}</td>
              <td>
                <code class="hash">{root}</code>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
