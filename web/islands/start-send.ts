import { hydrateIsland } from './hydrate-island'
import { Send } from './send'

export const start = (element: HTMLElement) => hydrateIsland('send', element, Send)
