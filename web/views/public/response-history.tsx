import { For, Show } from 'solid-js'
import type { VersionChange } from '../../../worker/contract/submissions'
import { useFrame } from '../../components/frame/frame-context'
import { EntryChanges } from '../../components/response/entry-changes'
import { usePlace } from '../../components/response/place'
import { EntryParts } from '../../components/response/sealed-entry'
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
  const { words } = useFrame()
  const place = usePlace()
  const { kind, measure, clause, before, after } = props.change
  return (
    <article class="response-entry">
      <p>
        <b>{words.response.kinds[kind]}</b> {place(measure.key, clause?.key)}
      </p>
      {before && after ? (
        <EntryChanges before={before} after={after} />
      ) : (
        <Show when={after ?? before}>{(entry) => <EntryParts entry={entry()} />}</Show>
      )}
    </article>
  )
}
