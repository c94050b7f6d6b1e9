import { type JSX, Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { countCharacters } from '../../../../worker/contract/text'
import { t, words } from '../../../locales/desk'
import { formatCount, formatDue, formatWait } from '../../../locales/desk/format'
import { AttachmentList } from '../attachment-list'
import { AuthorCard } from './author-card'
import { ItemContext } from './item-context'
import { ItemFigures } from './item-figures'
import { Journey } from './journey'
import { KindBadge } from './kind-badge'

interface ItemPaneProps {
  item: QueueItemView
  now: number
  /** The way back and on, on a phone. */
  head: JSX.Element
  /** What sort of work it is, and who else has a hand in it. */
  standing: JSX.Element
  /** What stands beside the heading of the text. */
  textTools: JSX.Element
  text: JSX.Element
  signals: JSX.Element
  preview: JSX.Element
  similar?: JSX.Element
  /** The decision's buttons or its panel. */
  children: JSX.Element
}

/** One comment with everything a decision needs: context, text, what will be public, the author and the journey. */
export function ItemPane(props: ItemPaneProps) {
  const name = () => props.item.author.name ?? words.anonymous
  const wait = () => formatWait(props.item.submittedAt, props.now)
  /** Nobody waits for a blind re-check. */
  const isPromised = () => props.item.reviewKind !== 'recheck'
  const isOverdue = () => isPromised() && Date.parse(props.item.dueAt) <= props.now
  return (
    <>
      <article class="item">
        {props.head}
        <section class="item-scroll" tabindex="0" aria-labelledby="item-heading">
          <h2 class="item-heading" id="item-heading" tabindex="-1">
            {props.item.parent ? t.item.headingReply(name()) : t.item.heading(name())}
          </h2>
          <p class="item-meta">
            <KindBadge author={props.item.author} />
            <span class="tag tag-stance">{`${t.item.stance} · ${words.stances[props.item.stance]}`}</span>
            <span class="tag" classList={{ 'tag-private': !props.item.consentPublish }}>
              {props.item.consentPublish ? t.item.consentGiven : t.item.consentWithheld}
            </span>
            <Show when={props.item.isUnconfirmed}>
              <span class="tag tag-notice">{t.item.unconfirmed}</span>
            </Show>
            <Show when={props.item.revision > 1}>
              <span class="tag tag-again">{t.item.revision(props.item.revision)}</span>
            </Show>
            <span class="item-wait" classList={{ 'item-overdue': isOverdue() }}>
              {t.queue.waitedLabel(wait())}
              <Show when={isPromised()}>
                {' · '}
                {isOverdue()
                  ? t.item.overdue(formatDue(props.item.dueAt))
                  : t.item.due(formatDue(props.item.dueAt))}
              </Show>
            </span>
          </p>
          {props.standing}
          <ItemContext item={props.item} />
          <section class="item-text" aria-labelledby="item-text-heading">
            <div class="item-text-head">
              <h3 id="item-text-heading">
                {t.item.body}
                <span class="item-count">
                  {t.item.characters(formatCount(countCharacters(props.item.body)))}
                </span>
              </h3>
              {props.textTools}
            </div>
            {props.text}
            <Show when={props.item.annexSummary !== null}>
              <p class="item-previous-hint">{t.item.annexSummaryHint}</p>
            </Show>
          </section>
          {props.preview}
          {props.signals}
          <ItemFigures item={props.item} />
          <AttachmentList files={props.item.attachments} desk="moderation" />
          <Show when={props.item.previousBody}>
            {(previous) => (
              <section class="item-previous">
                <h3>{t.item.previous}</h3>
                <p class="item-previous-hint">{t.item.previousHint}</p>
                <p class="item-previous-body">{previous()}</p>
              </section>
            )}
          </Show>
          <div class="item-side-inline">
            <AuthorCard author={props.item.author} />
            {props.similar}
            <Journey item={props.item} />
          </div>
        </section>
        {props.children}
      </article>
      <aside class="side" tabindex="0" aria-label={t.item.side}>
        <AuthorCard author={props.item.author} />
        {props.similar}
        <Journey item={props.item} />
      </aside>
    </>
  )
}
