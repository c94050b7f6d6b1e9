import { type JSX, sharedConfig } from 'solid-js'
import { renderToString } from 'solid-js/web'
import { formWords } from '../locales/form'
import { CommentForm } from './comment-form'
import { type Drawn, type IslandName, type IslandProps, renderIdOf } from './island-props'
import { Send } from './send'

const islands: { [Name in IslandName]: (props: Drawn<Name>) => JSX.Element } = {
  'comment-form': CommentForm,
  send: Send,
}

/** Draws in a context of its own: what is around an island is not hydrated, what is in it is. */
function renderApart(draw: () => JSX.Element, renderId: string): string {
  const around = sharedConfig.context
  try {
    return renderToString(draw, { renderId })
  } finally {
    sharedConfig.context = around
  }
}

export function Island<Name extends IslandName>(props: { name: Name; given: IslandProps[Name] }) {
  const Component = islands[props.name]
  const drawn = { ...props.given, words: formWords[props.given.language] } as Drawn<Name>
  const html = renderApart(() => <Component {...drawn} />, renderIdOf(props.name))
  return <div data-island={props.name} data-props={JSON.stringify(props.given)} innerHTML={html} />
}
