import { For, Show } from 'solid-js'
import { baseOf } from '../../../worker/contract/addresses'
import type { EnterpriseView } from '../../../worker/contract/enterprises'
import { useFrame } from '../frame/frame-context'

/** How many responses wait for the reader, and the way to each. */
export function Awaiting(props: Pick<EnterpriseView, 'awaiting'>) {
  const { language, words } = useFrame()
  return (
    <Show when={props.awaiting.length > 0}>
      <div class="notice" role="status">
        <p>
          <b>{words.response.awaiting(props.awaiting.length)}</b>
        </p>
        <For each={props.awaiting}>
          {({ key, title, titleEn, isCurrent }) => (
            <a class="button-quiet" href={`${baseOf(isCurrent ? null : key)}/enterprise/response/approval`}>
              {language === 'zh' ? title : titleEn}
            </a>
          )}
        </For>
      </div>
    </Show>
  )
}
