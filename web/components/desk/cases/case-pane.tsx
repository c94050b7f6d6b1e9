import { For, type JSX, Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { countCharacters } from '../../../../worker/contract/text'
import { formatUscc } from '../../../lib/format-uscc'
import { within } from '../../../lib/links'
import { t, words } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { AttachmentList } from '../attachment-list'
import { ItemFigures } from '../moderation/item-figures'
import { KindBadge } from '../moderation/kind-badge'
import { WordingDifference } from '../wording-difference'
import { AnnexPanel } from './annex-panel'
import { CaseContext } from './case-context'
import { CaseThread } from './case-thread'

interface CasePaneProps {
  view: CaseView
  /** The way back and on, on a phone. */
  head: JSX.Element
  /** Assignment, notes and breakdown. */
  side: JSX.Element
  /** The panels of its handling. */
  children: JSX.Element
}

/** One case on one screen: the comment where it stands, its thread, its handling, and beside them whose it is and what is noted. */
export function CasePane(props: CasePaneProps) {
  const name = () => props.view.author.name ?? words.anonymous
  return (
    <article class="case" aria-label={w.case.label}>
      {props.head}
      <section class="case-main" tabindex="0" aria-labelledby="case-heading">
        <h2 class="item-heading" id="case-heading" tabindex="-1">
          {props.view.ancestors.length > 0 ? w.case.headingReply(name()) : w.case.heading(name())}
        </h2>
        <p class="item-meta">
          <KindBadge author={props.view.author} />
          <Show when={props.view.isStamped}>
            <span class="tag tag-verified">{words.stampStates.confirmed}</span>
          </Show>
          <span class="tag tag-stance">{`${t.item.stance} · ${words.stances[props.view.stance]}`}</span>
          <Show when={props.view.channel !== 'online'}>
            <span class="tag tag-notice">{w.case.channel(words.channels[props.view.channel])}</span>
          </Show>
          <Show when={props.view.state === 'private'}>
            <span class="tag tag-private">{w.row.private}</span>
          </Show>
          <Show when={props.view.disposition}>
            {(disposition) => (
              <span class={`tag case-${disposition()}`}>{words.dispositions[disposition()]}</span>
            )}
          </Show>
          <span class="item-wait">{w.case.received(formatMoment(props.view.openedAt))}</span>
        </p>
        <p class="case-ids">
          <span>{w.case.publicId(props.view.publicId)}</span>
          <Show when={props.view.author.uscc}>
            {(uscc) => (
              <span>
                {t.author.uscc} {formatUscc(uscc())}
              </span>
            )}
          </Show>
          <Show when={props.view.state === 'published'}>
            <a href={`/comments/${props.view.publicId}`} rel="external">
              {w.case.publicPage}
            </a>
          </Show>
        </p>
        <Show when={!props.view.isAdmissible}>
          <p class="standing standing-taken">{w.case.closed}</p>
        </Show>
        <CaseContext view={props.view} />
        <section class="item-text" aria-labelledby="case-text-heading">
          <h3 id="case-text-heading">
            {w.case.body}
            <span class="item-count">{t.item.characters(formatCount(countCharacters(props.view.body)))}</span>
          </h3>
          <p class="item-body">{props.view.body}</p>
          <Show when={props.view.wording}>{(wording) => <WordingDifference wording={wording()} />}</Show>
          <Show when={props.view.state === 'private'}>
            <p class="case-thread-label">{w.case.notPublic}</p>
          </Show>
        </section>
        <ItemFigures item={props.view} />
        <AttachmentList files={props.view.attachments} desk="staff" />
        <Show when={props.view.annex}>
          {(annex) => <AnnexPanel publicId={props.view.publicId} annex={annex()} />}
        </Show>
        <Show when={props.view.group}>
          {(group) => (
            <section class="case-section" aria-labelledby="group-heading">
              <h3 id="group-heading">{w.case.group(formatCount(group().count))}</h3>
              <p class="case-thread-label">{w.case.groupText}</p>
              <ul class="case-group">
                <For each={group().publicIds}>
                  {(publicId) => (
                    <li>
                      <a href={within(`/desk/cases?view=all&comment=${publicId}`)}>{publicId}</a>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </Show>
        <CaseThread view={props.view} />
        <div class="case-handling">{props.children}</div>
      </section>
      <aside class="case-side" tabindex="0" aria-label={w.case.side}>
        {props.side}
      </aside>
    </article>
  )
}
