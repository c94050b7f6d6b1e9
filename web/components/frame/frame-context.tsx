import { createContext, type JSX, useContext } from 'solid-js'
import { domainWords } from '../../../worker/contract/locales'
import type { DomainWords } from '../../../worker/contract/locales/words'
import { type Words, words } from '../../locales'
import type { Frame } from '../../page'

export interface DrawnFrame extends Frame {
  words: Words
  domain: DomainWords
}

const FrameContext = createContext<DrawnFrame>()

export function FrameProvider(props: { frame: Frame; children: JSX.Element }) {
  const drawn = () => ({
    ...props.frame,
    words: words[props.frame.language],
    domain: domainWords[props.frame.language],
  })
  return <FrameContext.Provider value={drawn()}>{props.children}</FrameContext.Provider>
}

export function useFrame(): DrawnFrame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('drawn outside a frame')
  return frame
}
