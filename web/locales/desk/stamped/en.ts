import type { StampedDeskWords } from './zh'

export const en: StampedDeskWords = {
  heading: 'Stamped forms',
  intro:
    'The stamped paper that organisations uploaded. Download it and hold every page against what stands here: number and version, the words, the hash at the foot; nothing altered, and the stamp of the organisation that is named.',
  waiting: (count) => `${count} to confirm`,
  filter: 'State',
  none: 'There are none of these',
  noneText:
    'What organisations upload stands here in the order of its coming, once all comments on it have been read.',
  more: 'Show more',
  back: 'Back to the cases',
  file: 'Download the scan',
  fileHint: 'Every download is on record.',
  uploaded: (time) => `uploaded ${time}`,
  confirmedBy: (name, time) => `confirmed by ${name}, ${time}`,
  refusedBy: (name, time) => `sent back by ${name}, ${time}`,
  hash: 'Hash (SHA-256)',
  text: 'The text that the paper must bear',
  code: 'Number and version',
  wholeText: (version) => `The text that the paper must bear (formal response, version ${version})`,
  files: 'Names and hashes of attachments',
  wholeMeasure: 'the measure as a whole',
  targets: 'Opinions on targets',
  target: (quote, opinion, own) => `${quote}: ${opinion}${own === null ? '' : `, suggests ${own}`}`,
  evidence: 'Evidence: ',
  wording: 'Suggested wording: ',
  openCase: 'Open the case',
  hidden:
    'Words of this comment are hidden and stand on the paper: it can be neither downloaded nor confirmed here, only sent back.',
  hiddenWhole:
    'A comment of this response was not accepted, or words of it are hidden, and stand on the paper: it can be neither downloaded nor confirmed here, only sent back. Its comments can be stamped one by one.',
  notShown:
    'The paper shows words that are hidden or a comment that was not accepted, or a newer version was sent since: neither its text nor the scan is given here.',
  annexSummary: 'Public summary of the confidential annex: ',
  notYours: 'The unit in charge confirms it.',
  confirm: 'Confirm the stamp',
  confirmHint:
    'Download it and read every page first. Once confirmed, its comments are marked as stamped for everybody, and owner and approvers of a formal response get a mail.',
  confirmSure: 'Every page is right: confirm',
  takeBack: 'Take back and send back',
  refuse: 'Send back',
  refusal: 'Reason',
  refusalHint: 'The organisation reads reason and remarks on its receipt.',
  choose: 'Choose',
  note: 'Remarks',
  send: 'Send back',
  cancel: 'Cancel',
  done: {
    confirm: (name) => `The stamped form of “${name}” is confirmed.`,
    refuse: (name) => `The stamped form of “${name}” is sent back.`,
  },
}
