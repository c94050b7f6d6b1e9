import type { PublicPage } from '../../../web/page'

export type Pages = { [View in PublicPage['view']]: Extract<PublicPage, { view: View }> }
