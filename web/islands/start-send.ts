import type { FormWords } from '../locales/form-zh'
import { hydrateIsland } from './hydrate-island'
import { Send } from './send'

export const start = (element: HTMLElement, words: FormWords) => hydrateIsland('send', element, Send, words)
