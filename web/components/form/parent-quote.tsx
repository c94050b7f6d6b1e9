import type { CommentView } from '../../../worker/contract/comments'
import { useFrame } from '../frame/frame-context'
import { CommentArticle } from '../thread/comment-article'

/** The comment that is being answered, above the form on every screen. */
export function ParentQuote(props: { parent: CommentView }) {
  const { words, domain } = useFrame()
  return (
    <section class="form-parent" aria-labelledby="form-parent">
      <h2 id="form-parent">{words.form.replyingTo(props.parent.author.name ?? domain.anonymous)}</h2>
      <CommentArticle comment={props.parent} showClause isFolded />
    </section>
  )
}
