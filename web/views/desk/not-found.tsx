import { within } from '../../lib/links'
import { t } from '../../locales/desk'
import { PageState } from './frame'

export function NotFound() {
  return (
    <PageState kind="lacking" heading={t.missing.heading} text={t.missing.text}>
      <a class="button button-main" href={within('/desk')}>
        {t.missing.back}
      </a>
    </PageState>
  )
}
