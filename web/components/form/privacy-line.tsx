import { privacyPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** Beside a form that asks for personal data: the way to the notice. */
export function PrivacyLine() {
  const { privacy } = useFrame().words
  return (
    <p class="hint">
      {privacy.beside[0]}
      <a href={privacyPath()}>{privacy.beside[1]}</a>
      {privacy.beside[2]}
    </p>
  )
}
