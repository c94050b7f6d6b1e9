import type { MeasureView } from '../../worker/contract/plan'
import type { SealedEntry } from '../../worker/contract/submissions'
import { evidenceField, figureField, opinionField, parseFigure } from '../../worker/contract/target-fields'
import { type Stance, stances, targetOpinions } from '../../worker/contract/words'
import type { EntryFormValues, PublicPage } from '../page'
import { changesWording } from './changes-wording'

type Files = Extract<PublicPage, { view: 'response-entry' }>['files']
type Saying = Omit<SealedEntry, 'measure' | 'clause' | 'stance'> & { stance: Stance | null }

/** What an entry would say if its form were saved as it stands; what cannot be saved so is left out. */
export function typedSaying(
  values: EntryFormValues,
  { revision, clauses }: Pick<MeasureView, 'revision' | 'clauses'>,
  files: Files,
): Saying {
  const asked = clauses.filter(({ key }) => values.clause === '' || key === values.clause)
  const annex = files?.annex
  return {
    planRevision: revision,
    stance: stances.find((each) => each === values.stance) ?? null,
    body: plain(values.body),
    wording: changesWording(values.wording, clauses) ? plain(values.wording) : null,
    targets: asked.flatMap(({ targets }) =>
      targets.flatMap(({ key, quote, indicator, unit }) => {
        const opinion = targetOpinions.find((each) => each === values[opinionField(key)])
        const figure = parseFigure(values[figureField(key)] ?? '')
        const value = Number.isNaN(figure) ? null : figure
        const evidence = plain(values[evidenceField(key)] ?? '') || null
        return opinion ? [{ key, quote, indicator, unit, opinion, value, evidence }] : []
      }),
    ),
    attachments: files?.attachments ?? [],
    annex: annex ? { file: annex, summary: plain(values.annexSummary) } : null,
  }
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
