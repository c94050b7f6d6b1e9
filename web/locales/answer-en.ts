import type { AnswerWords } from './answer-zh'

export const answerEn: AnswerWords = {
  label: 'Answer of the department',
  ofMeasure: 'On this measure as a whole',
  number: (number) => `version ${number}`,
  earlier: (count) => (count === 1 ? 'The answer published before' : `The ${count} answers published before`),
  until: (from, to) => `${from} to ${to}`,
  same: 'The same answer as to another comment here: ',
  seeSame: 'see the answer',
  heading: 'Answer',
  whole: 'Full text',
}
