import { For } from 'solid-js'
import { t } from '../../../locales/desk'
import { CopyButton } from './copy-button'

/** The backup codes, this once. */
export function BackupCodes(props: { codes: readonly string[]; onKept: () => void }) {
  let heading!: HTMLHeadingElement
  queueMicrotask(() => heading.focus())
  return (
    <div class="backup-codes">
      <h3 tabindex="-1" ref={heading}>
        {t.ownAccount.secondFactor.codesHeading}
      </h3>
      <p>{t.ownAccount.secondFactor.codesText}</p>
      <ul class="code-list">
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="form-acts">
        <CopyButton text={props.codes.join('\n')} label={t.ownAccount.secondFactor.copyCodes} />
        <button type="button" class="button button-blue" onClick={() => props.onKept()}>
          {t.ownAccount.secondFactor.kept}
        </button>
      </div>
    </div>
  )
}
