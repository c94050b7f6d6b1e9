import { createEffect, For, Show } from 'solid-js'
import type { AgreementView } from '../../../worker/contract/moderation/decided'
import { getAgreement, getReasons } from '../../api/moderation'
import { AgreementSection } from '../../components/desk/decided/agreement-section'
import { Loaded } from '../../components/desk/loaded'
import { StatePanel } from '../../components/desk/state-panel'
import { language, t } from '../../locales/desk'
import { createLoad } from './create-load'
import { deskPath } from './return-address'
import { useSession } from './session'

/** A share of fewer than these says little. */
const least = 10

/** `/desk/moderation/agreement`: how often two who did not know of each other decided alike. */
export function Agreement() {
  const session = useSession()
  const figures = createLoad(getAgreement)
  const reasons = createLoad(getReasons)
  document.title = `${t.agreement.heading} · ${t.deskNames.moderation} · ${t.product}`
  createEffect(() => {
    if (figures.error()?.code === 'unauthenticated') void session.load()
  })
  const labelOf = ({ reason }: AgreementView['items'][number]) => {
    const known = reasons.data()?.find(({ id }) => id === reason.id)
    return (language === 'en' ? known?.labelEn : known?.labelZh) || reason[language]
  }
  const rowsOf = (kind: 'second' | 'recheck') =>
    (figures.data() ?? []).filter(({ reviewKind }) => reviewKind === kind)

  return (
    <div class="decided">
      <header class="staff-head">
        <h1>{t.agreement.heading}</h1>
        <p class="staff-intro">{t.agreement.intro}</p>
        <p class="decided-links">
          <a href={deskPath('moderation')}>{t.decided.queue}</a>
          <a href={`${deskPath('moderation')}/decided`}>{t.decided.heading}</a>
        </p>
      </header>
      <Loaded data={figures.data()} error={figures.error()} retry={figures.load}>
        {(rows) => (
          <Show
            when={rows().length > 0}
            fallback={<StatePanel kind="empty" heading={t.agreement.empty} text={t.agreement.emptyText} />}
          >
            <For each={['second', 'recheck'] as const}>
              {(kind) => (
                <Show when={rowsOf(kind).length > 0}>
                  <AgreementSection kind={kind} rows={rowsOf(kind)} labelOf={labelOf} least={least} />
                </Show>
              )}
            </For>
          </Show>
        )}
      </Loaded>
    </div>
  )
}
