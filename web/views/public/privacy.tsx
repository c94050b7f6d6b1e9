import { For, Show } from 'solid-js'
import type { NoticeText, NoticeView } from '../../../worker/contract/privacy'
import { useFrame } from '../../components/frame/frame-context'
import { formatFullMoment } from '../../lib/beijing-time'
import { privacyPath } from '../../lib/links'

/** `/privacy`: a version of the privacy notice as it was published, the ways to one's rights, and the other versions. */
export function PrivacyView(props: { notice: NoticeView }) {
  const { words, language } = useFrame()
  const { privacy } = words
  const { text, version, isPresent, effectiveAt } = props.notice
  return (
    <div class="column account-page">
      <h1>{privacy.title}</h1>
      <p class="hint">{privacy.inForce(version, formatFullMoment(effectiveAt, language))}</p>
      <Show when={!isPresent}>
        <p class="notice" role="status">
          {privacy.old(version)} <a href={privacyPath()}>{privacy.toPresent}</a>
        </p>
      </Show>
      <p class="lead">{text.lead}</p>
      <Kept text={text} />
      <Parts parts={text.before} />
      <Parts parts={text.after} />
      <Ways />
      <Versions notice={props.notice} />
    </div>
  )
}

function Parts(props: { parts: NoticeText['before'] }) {
  return (
    <For each={props.parts}>
      {({ heading, paragraphs }) => (
        <section>
          <h2>{heading}</h2>
          <For each={paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
        </section>
      )}
    </For>
  )
}

/** One row for each kind of data, found by its key; on a telephone the cells of a row stand under its name. */
function Kept(props: { text: NoticeText }) {
  const { columns } = useFrame().words.privacy
  const told = ['purpose', 'period', 'readers'] as const
  return (
    <section aria-labelledby="kept-heading">
      <h2 id="kept-heading">{props.text.table.heading}</h2>
      <table class="adoption kept-data" aria-labelledby="kept-heading">
        <thead>
          <tr>
            <For each={Object.values(columns)}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.text.table.rows}>
            {(row) => (
              <tr id={row.key && `data-${row.key}`}>
                <th scope="row">{row.what}</th>
                <For each={told}>{(column) => <td data-label={columns[column]}>{row[column]}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function Ways() {
  const { ways, waysHeading } = useFrame().words.privacy
  return (
    <section>
      <h2>{waysHeading}</h2>
      <p class="ways-on">
        <a href="/receipts">{ways.receipt}</a>
        <a href="/account/data">{ways.data}</a>
        <a href="/account/erase">{ways.erase}</a>
      </p>
      <p>{ways.follow}</p>
    </section>
  )
}

function Versions(props: { notice: NoticeView }) {
  const { words, language } = useFrame()
  const { privacy, colon } = words
  return (
    <section>
      <h2>{privacy.versionsHeading}</h2>
      <ul class="policy-reasons">
        <For each={props.notice.versions}>
          {({ version, effectiveAt, sha256, changeZh, changeEn }, i) => (
            <li>
              <p class="ways-on">
                <a
                  href={privacyPath(version)}
                  aria-current={version === props.notice.version ? 'page' : undefined}
                >
                  {privacy.version(version)}
                </a>{' '}
                <Show when={i() === 0}>
                  <span class="tag">{privacy.present}</span>
                </Show>
              </p>
              <p>{language === 'zh' ? changeZh : changeEn}</p>
              <p class="hint">
                {formatFullMoment(effectiveAt, language)}
                <br />
                {privacy.hash}
                {colon}
                <code>{sha256}</code>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
