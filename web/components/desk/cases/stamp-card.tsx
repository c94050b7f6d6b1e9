import { For, Show } from 'solid-js'
import type { TargetOpinionView } from '../../../../worker/contract/opinions'
import {
  formCodeOf,
  type StaffStamp,
  type StampDecision,
  type StampedEntry,
} from '../../../../worker/contract/stamped-scans'
import type { StampState } from '../../../../worker/contract/words'
import { formatFigure } from '../../../lib/format-figure'
import { formatSize } from '../../../lib/format-size'
import { formatUscc } from '../../../lib/format-uscc'
import { within } from '../../../lib/links'
import { words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { s } from '../../../locales/desk/stamped'
import { KindBadge } from '../moderation/kind-badge'
import { StampDecisionForm } from './stamp-decision-form'

const looks: Record<StampState, string> = {
  submitted: 'badge badge-lacking',
  confirmed: 'badge badge-good',
  refused: 'badge',
  earlier: 'badge',
}

interface StampCardProps {
  scan: StaffStamp
  onDecided: (scan: StaffStamp, act: StampDecision['act']) => void
  onStale: () => void
}

/** A scan, beside it what the paper must say, and the decision on it. */
export function StampCard(props: StampCardProps) {
  const scan = () => props.scan
  const heading = () => `stamp-${scan().id}`
  return (
    <li class="block stamp-card">
      <div class="block-head">
        <h2 id={heading()}>{scan().organisation.name}</h2>
        <span class={looks[scan().state]}>{words.stampStates[scan().state]}</span>
        <KindBadge author={{ kind: 'enterprise', isVerified: scan().organisation.isVerified }} isShort />
      </div>
      <p class="block-text">
        {formatUscc(scan().organisation.uscc)} · {s.uploaded(formatMoment(scan().file.uploadedAt))}
        <Show when={scan().decidedBy}>
          {(name) => <> · {decidedSo(scan())(name(), formatMoment(scan().decidedAt ?? ''))}</>}
        </Show>
      </p>
      <Show when={scan().refusal}>
        {(refusal) => (
          <p class="block-text">
            {words.stampRefusals[refusal()]}
            <Show when={scan().note}>{(note) => <> · {note()}</>}</Show>
          </p>
        )}
      </Show>
      <div class="stamp-beside">
        <section aria-label={s.text}>
          <h3>{scan().of === 'comment' ? s.text : s.wholeText(scan().revision)}</h3>
          <For each={scan().entries}>{(entry) => <Entry entry={entry} />}</For>
        </section>
        <div>
          <dl class="stamp-facts">
            <dt>{s.code}</dt>
            <dd>
              <code>{formCodeOf(scan().publicId, scan().revision)}</code>
            </dd>
            <dt>{s.hash}</dt>
            <dd>
              <code>{scan().textSha256}</code>
            </dd>
          </dl>
          <Show when={!scan().isHidden} fallback={<p class="field-hint">{whyHidden(scan())}</p>}>
            <p>
              <a
                class="button"
                href={within(`/api/staff/stamped/${scan().id}/file`)}
                download={scan().file.name}
                rel="external"
                aria-describedby={heading()}
              >
                {s.file}
              </a>
            </p>
            <p class="field-hint">
              {scan().file.name} · {formatSize(scan().file.size)} · {s.fileHint}
            </p>
          </Show>
        </div>
      </div>
      <Show when={scan().state === 'submitted' || scan().mayDecide}>
        <Show when={scan().mayDecide} fallback={<p class="field-hint">{s.notYours}</p>}>
          <StampDecisionForm
            scan={scan()}
            describedBy={heading()}
            onDecided={(act) => props.onDecided(scan(), act)}
            onStale={props.onStale}
          />
        </Show>
      </Show>
    </li>
  )
}

const decidedSo = ({ refusal }: StaffStamp) => (refusal === null ? s.confirmedBy : s.refusedBy)

function whyHidden({ of, state }: StaffStamp): string {
  if (state !== 'submitted') return s.notShown
  return of === 'comment' ? s.hidden : s.hiddenWhole
}

/** What must stand on the paper of one opinion, and where it is. */
function Entry(props: { entry: StampedEntry }) {
  return (
    <article class="stamp-entry">
      <p>
        <b>
          {props.entry.clauseKey ?? props.entry.measure.key} {props.entry.measure.title}
        </b>
        <Show when={!props.entry.clauseKey}> · {s.wholeMeasure}</Show> · {words.stances[props.entry.stance]}
        <Show when={props.entry.publicId}>
          {(id) => (
            <>
              {' · '}
              <a href={within(`/desk/cases?view=all&comment=${id()}`)}>{s.openCase}</a>
            </>
          )}
        </Show>
      </p>
      <Show when={props.entry.clauseText}>
        {(text) => <blockquote class="stamp-clause">{text()}</blockquote>}
      </Show>
      <p class="stamp-text">{props.entry.body}</p>
      <Show when={props.entry.wording}>
        {(wording) => (
          <p class="stamp-text">
            {s.wording}
            {wording()}
          </p>
        )}
      </Show>
      <Targets targets={props.entry.targets} />
      <Show when={props.entry.files.length > 0}>
        <h4>{s.files}</h4>
        <ul>
          <For each={props.entry.files}>
            {(file) => (
              <li>
                {file.name} · {formatSize(file.size)} · <code>{file.sha256}</code>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.entry.annexSummary}>
        {(summary) => (
          <p class="stamp-text">
            {s.annexSummary}
            {summary()}
          </p>
        )}
      </Show>
    </article>
  )
}

function Targets(props: { targets: TargetOpinionView[] }) {
  const say = ({ indicator, quote, opinion, value, unit }: TargetOpinionView) =>
    s.target(
      `${indicator} ${quote}`,
      words.targetOpinions[opinion],
      value === null ? null : `${formatFigure(value)} ${unit}`,
    )
  return (
    <Show when={props.targets.length > 0}>
      <h4>{s.targets}</h4>
      <ul>
        <For each={props.targets}>
          {(target) => (
            <li>
              {say(target)}
              <Show when={target.evidence}>
                <p class="stamp-text">
                  {s.evidence}
                  {target.evidence}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
