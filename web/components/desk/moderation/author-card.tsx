import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { formatUscc } from '../../../lib/format-uscc'
import { t, words } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

export function AuthorCard(props: { author: QueueItemView['author'] }) {
  const isOrganisation = () => props.author.kind !== 'individual'
  const hasRecord = () => isOrganisation() || props.author.published + props.author.rejected > 0
  return (
    <section class="side-section">
      <h3>{t.author.heading}</h3>
      <dl class="facts">
        <div>
          <dt>{t.author.kind}</dt>
          <dd>{words.kinds[props.author.kind]}</dd>
        </div>
        <Show when={isOrganisation()}>
          <div>
            <dt>{t.author.uscc}</dt>
            <dd class="facts-code">
              {props.author.uscc ? formatUscc(props.author.uscc) : t.author.usccMissing}
              <Show when={props.author.registeredAs}>
                {(name) => <p class="facts-open">{t.author.registeredAs(name())}</p>}
              </Show>
            </dd>
          </div>
          <div>
            <dt>{t.author.verification}</dt>
            <dd classList={{ 'facts-good': props.author.isVerified, 'facts-open': !props.author.isVerified }}>
              {props.author.isVerified ? t.author.verifiedText : t.author.unverifiedText}
            </dd>
          </div>
        </Show>
        <Show when={props.author.responseParts}>
          {(count) => (
            <div>
              <dt>{t.author.response}</dt>
              <dd>{t.author.responseParts(formatCount(count()))}</dd>
            </div>
          )}
        </Show>
        <div>
          <dt>{t.author.history}</dt>
          <dd>
            {hasRecord()
              ? t.author.earlier(formatCount(props.author.published), formatCount(props.author.rejected))
              : t.author.noAccount}
          </dd>
        </div>
      </dl>
    </section>
  )
}
