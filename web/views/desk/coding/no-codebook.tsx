import { StatePanel } from '../../../components/desk/state-panel'
import { t } from '../../../locales/desk'
import { deskPath } from '../return-address'

/** Where a codebook is needed and none is published. */
export function NoCodebook() {
  return (
    <StatePanel kind="empty" heading={t.coding.noCodebook} text={t.coding.noCodebookText}>
      <a class="button button-main" href={`${deskPath('coding')}/codebook`}>
        {t.coding.toCodebook}
      </a>
    </StatePanel>
  )
}
