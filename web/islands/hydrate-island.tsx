import type { JSX } from 'solid-js'
import { hydrate } from 'solid-js/web'
import type { FormWords } from '../locales/form-zh'
import { type Drawn, type IslandName, renderIdOf } from './island-props'

declare global {
  var _$HY: { events: unknown[]; completed: WeakSet<object>; r: object; fe: () => void; done?: boolean }
}

/** Solid's own inline script would set this up; the content security policy forbids inline scripts. */
export function hydrateIsland<Name extends IslandName>(
  name: Name,
  element: HTMLElement,
  Component: (props: Drawn<Name>) => JSX.Element,
  words: FormWords,
): void {
  const given: Drawn<Name> = { ...JSON.parse(element.dataset.props ?? '{}'), words }
  globalThis._$HY = { events: [], completed: new WeakSet(), r: {}, fe: () => undefined }
  hydrate(() => <Component {...given} />, element, { renderId: renderIdOf(name) })
}
