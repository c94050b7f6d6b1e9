import { useFrame } from '../../components/frame/frame-context'
import { FormPage } from '../../components/stamped/form-page'
import { ResponseSheet } from '../../components/stamped/response-sheet'
import { versionPath } from '../../lib/links'
import type { PublicPage } from '../../page'

/** `/enterprise/response/versions/…/form`: all that an organisation sent as one, to be printed and stamped. */
export function ResponseFormView(props: Extract<PublicPage, { view: 'response-form' }>) {
  const { leadWhole, recipeWhole } = useFrame().words.stamped
  const { version } = props
  return (
    <FormPage
      back={versionPath(version.version)}
      lead={leadWhole}
      recipe={recipeWhole}
      canonical={version.content}
    >
      <ResponseSheet version={version} verifyAt={props.verifyAt} />
    </FormPage>
  )
}
