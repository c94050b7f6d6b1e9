import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { t } from '../../locales/desk'

export function NotFound() {
  return (
    <StatePanel isPage kind="lacking" heading={t.missing.heading} text={t.missing.text}>
      <a class="button button-main" href={within('/desk')}>
        {t.missing.back}
      </a>
    </StatePanel>
  )
}
