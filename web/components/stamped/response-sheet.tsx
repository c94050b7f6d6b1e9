import { For, Show } from 'solid-js'
import type { SealedEntry, VersionView } from '../../../worker/contract/submissions'
import { formatFullMoment } from '../../lib/beijing-time'
import { formatSize } from '../../lib/format-size'
import { sheetWords } from '../../locales/stamped-sheet'
import { OpinionRows } from './opinion-rows'
import { OrganisationRows, PlaceRow, Row, Sheet } from './sheet'

/** The form of a whole version of a response: every opinion of it, with the files that it came with by name and hash. */
export function ResponseSheet(props: { version: VersionView; verifyAt: string }) {
  const { version } = props
  return (
    <Sheet {...version} revision={version.version} verifyAt={props.verifyAt}>
      <table>
        <tbody>
          <OrganisationRows {...version.enterprise} />
          <Row label={sheetWords.entries}>{sheetWords.entriesOf(version.entries.length)}</Row>
          <Row label={sheetWords.consent}>
            {version.publish ? sheetWords.consentYes : sheetWords.consentNo}
          </Row>
          <Row label={sheetWords.submittedAt}>
            {sheetWords.beijing(formatFullMoment(version.sentAt, 'zh'))}
          </Row>
          <Row label={sheetWords.revision}>{sheetWords.revisionOf(version.version)}</Row>
        </tbody>
      </table>
      <For each={version.entries}>{(entry, i) => <Entry entry={entry} number={i() + 1} />}</For>
    </Sheet>
  )
}

function Entry(props: { entry: SealedEntry; number: number }) {
  const { entry } = props
  const files = entry.attachments
  const wording =
    entry.clause && entry.wording !== null ? { text: entry.wording, base: entry.clause.text } : null
  return (
    <table aria-label={sheetWords.entry(props.number)}>
      <tbody>
        <Row label={sheetWords.number}>{sheetWords.entry(props.number)}</Row>
        <PlaceRow measure={entry.measure} clause={entry.clause} />
        <OpinionRows {...entry} wording={wording} />
        <Show when={files.length > 0}>
          <Row label={sheetWords.files}>
            <For each={files}>
              {(file) => (
                <span class="form-target">
                  {file.name}（{formatSize(file.size)}）<code>{file.sha256}</code>
                </span>
              )}
            </For>
          </Row>
        </Show>
        <Show when={entry.annex}>
          {(annex) => (
            <Row label={sheetWords.annexSummary}>
              <span class="form-text">{annex().summary}</span>
            </Row>
          )}
        </Show>
      </tbody>
    </table>
  )
}
