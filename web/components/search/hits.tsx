import type { CommentView, SearchView } from '../../../worker/contract/comments'
import type { ReviewSectionView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { excerptAround, markWords } from '../../lib/mark-words'
import { chineseNumeral, partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'
import { CommentArticle } from '../thread/comment-article'
import { Marked } from '../ui/marked'

const excerptLength = 140

function usePlace() {
  const { clause } = useFrame().words
  const places = usePlaces()
  return (key: string) => {
    const { clause: sentence } = partsOfKey(key)
    return { measure: places.place(key), clause: sentence ? clause(sentence) : null }
  }
}

export function MeasureHit(props: { hit: SearchView['measures'][number]; query: string }) {
  const place = usePlace()(props.hit.clauseKey)
  return (
    <li class="measure-hit">
      <a href={measurePath(props.hit.key, { clause: props.hit.clauseKey })}>
        <span lang="zh-CN">
          {place.measure}
          <Marked runs={markWords(props.hit.title, props.query)} />
        </span>
        <span class="hit-clause">{place.clause}</span>
      </a>
      <p lang="zh-CN">
        <Marked runs={markWords(props.hit.text, props.query)} />
      </p>
    </li>
  )
}

export function CommentHit(props: { comment: CommentView; query: string }) {
  const { comment } = props
  const { measure, clause } = usePlace()(comment.clauseKey ?? comment.measureKey)
  const body = excerptAround(comment.body, props.query, excerptLength)
  return (
    <li>
      <CommentArticle comment={comment} runs={markWords(body, props.query)}>
        <p class="hit-place">
          <a href={measurePath(comment.measureKey, { clause: comment.clauseKey ?? undefined }, 'thread')}>
            {clause ? `${measure} ${clause}` : measure}
          </a>
        </p>
      </CommentArticle>
    </li>
  )
}

export function ReviewHit(props: { section: ReviewSectionView; query: string }) {
  const { section } = props
  return (
    <li class="measure-hit">
      <h3 lang="zh-CN">
        （{chineseNumeral(section.number)}）
        <Marked runs={markWords(section.title, props.query)} />
      </h3>
      <p lang="zh-CN">
        <Marked runs={markWords(excerptAround(section.text, props.query, excerptLength), props.query)} />
      </p>
    </li>
  )
}
