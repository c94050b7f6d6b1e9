import { Show } from 'solid-js'
import type { PersonalDataKey } from '../../../worker/contract/privacy'
import { privacyPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** In a form that asks for personal data: the way to what the notice says of them, and which version of it is shown. */
export function PrivacyLine(props: { about: PersonalDataKey; version?: string }) {
  const { privacy } = useFrame().words
  return (
    <p class="hint">
      {privacy.beside[0]}
      <a href={`${privacyPath()}#data-${props.about}`}>{privacy.beside[1]}</a>
      {privacy.beside[2]}
      <Show when={props.version}>
        <input type="hidden" name="noticeVersion" value={props.version} />
      </Show>
    </p>
  )
}
