import type { WholeText } from '../../contract/whole-text'
import { spaceOut } from './tokens'

/** What the full-text index holds of a public comment: its body, the wording that it suggests, and what is public of its annex. */
export const searchedText = ({ body, wording, summary }: WholeText): string =>
  spaceOut([body, wording, summary].filter((part) => part !== null).join('\n'))
