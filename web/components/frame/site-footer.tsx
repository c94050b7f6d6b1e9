import {
  figuresPath,
  followPath,
  homePath,
  listPath,
  moderationLogPath,
  openDataPath,
  policyPath,
  privacyPath,
  resultsPath,
  revisionsPath,
  searchPath,
  transparencyPath,
} from '../../lib/links'
import { useFrame } from './frame-context'

export function SiteFooter() {
  const frame = useFrame()
  const { footer, nav, product, tagline } = frame.words
  return (
    <footer class="site-footer">
      <div class="site-footer-row">
        <div class="site-footer-words">
          <p class="site-footer-name">
            {product} <span>{tagline}</span>
          </p>
          <p>{footer.about}</p>
          <p>{footer.time}</p>
        </div>
        <nav aria-label={footer.label}>
          <ul>
            <li>
              <a href={homePath()}>{nav.plan}</a>
            </li>
            <li>
              <a href={listPath(frame.draft)}>{nav.consultations}</a>
            </li>
            <li>
              <a href="/receipts">{nav.receipts}</a>
            </li>
            <li>
              <a href={searchPath('')}>{nav.search}</a>
            </li>
            <li>
              <a href={revisionsPath()}>{nav.revisions}</a>
            </li>
            <li>
              <a href={resultsPath()}>{nav.results}</a>
            </li>
            <li>
              <a href={followPath()}>{nav.follow}</a>
            </li>
            <li>
              <a href={figuresPath()}>{nav.figures}</a>
            </li>
            <li>
              <a href={policyPath()}>{nav.policy}</a>
            </li>
            <li>
              <a href={privacyPath()}>{nav.privacy}</a>
            </li>
            <li>
              <a href={moderationLogPath()}>{nav.log}</a>
            </li>
            <li>
              <a href={transparencyPath}>{nav.transparency}</a>
            </li>
            <li>
              <a href={openDataPath()}>{nav.openData}</a>
            </li>
            <li>
              <a href="/api/openapi.json">{nav.api}</a>
            </li>
            <li>
              <a href="/desk">{nav.desk}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
