import { For, Show } from 'solid-js'
import type { SealedFile } from '../../../worker/contract/files'
import type { SealedEntry, VersionChange } from '../../../worker/contract/submissions'
import { useFrame } from '../../components/frame/frame-context'
import { ChangedText } from '../../components/measure/changed-text'
import { HashedFiles } from '../../components/receipt/attached-files'
import { usePlace } from '../../components/response/place'
import { formatMoment } from '../../lib/beijing-time'
import { responsePath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response-history' }>

/** `/enterprise/response/versions`: every version, and what it changed in the one before. */
export function ResponseHistoryView(props: Props) {
  const frame = useFrame()
  const { response: words } = frame.words
  return (
    <div class="column own-page response-page">
      <h1>{words.historyTitle}</h1>
      <p class="form-on">
        <code>{props.history.publicId}</code>
      </p>
      <For each={props.history.versions}>
        {({ version, sentAt, sentBy, entries, sha256, changes }) => (
          <section aria-labelledby={`version-${version}`}>
            <h2 id={`version-${version}`}>{words.version(version)}</h2>
            <p class="hint">
              {words.versionLine(
                formatMoment(sentAt, frame.now, frame.language),
                sentBy ?? frame.domain.goneAccount,
                entries,
              )}
            </p>
            <p class="response-hash">SHA-256 {sha256}</p>
            <p>
              <a href={responsePath(`/versions/${version}`)}>{words.receipt}</a>
            </p>
            <Show when={version > 1}>
              <For each={changes} fallback={<p>{words.unchanged}</p>}>
                {(change) => <Change change={change} />}
              </For>
            </Show>
          </section>
        )}
      </For>
      <p class="ways-on">
        <a href={responsePath()}>{words.back}</a>
      </p>
    </div>
  )
}

function Change(props: { change: VersionChange }) {
  const { words, domain } = useFrame()
  const place = usePlace()
  const { kind, measure, clause, before, after } = props.change
  return (
    <article class="response-entry">
      <p>
        <b>{words.response.kinds[kind]}</b> {place(measure.key, clause?.key)}
      </p>
      <Show when={before && after && before.stance !== after.stance}>
        <p class="hint">
          {words.response.wasStance(
            domain.stances[before?.stance ?? 'suggest'],
            domain.stances[after?.stance ?? 'suggest'],
          )}
        </p>
      </Show>
      <div class="comment-body">
        <ChangedText text={after?.body ?? ''} before={before?.body ?? ''} />
      </div>
      <ChangedFiles before={filesOf(before)} after={filesOf(after)} />
      <Show when={before?.annex?.summary !== after?.annex?.summary}>
        <p>
          {words.annex.summary}
          {words.colon}
          <ChangedText text={after?.annex?.summary ?? ''} before={before?.annex?.summary ?? ''} />
        </p>
      </Show>
    </article>
  )
}

const filesOf = (entry: SealedEntry | null): SealedFile[] =>
  entry ? [...entry.attachments, ...(entry.annex ? [entry.annex.file] : [])] : []

/** Which files came and went, the confidential annex among them. */
function ChangedFiles(props: { before: SealedFile[]; after: SealedFile[] }) {
  const lacking = (files: SealedFile[], others: SealedFile[]) =>
    files.filter(({ name, sha256 }) => !others.some((each) => each.name === name && each.sha256 === sha256))
  const gone = lacking(props.before, props.after)
  const come = lacking(props.after, props.before)
  return (
    <>
      <Show when={gone.length > 0}>
        <del>
          <HashedFiles files={gone} />
        </del>
      </Show>
      <Show when={come.length > 0}>
        <ins>
          <HashedFiles files={come} />
        </ins>
      </Show>
    </>
  )
}
