import type { StampedWords } from './stamped-zh'

export const stampedEn: StampedWords = {
  title: 'Form to be stamped',
  offerHeading: 'Stamped form',
  offer: 'Print the form',
  offerLead:
    'The form is made from the text that you sent. Printed, signed and stamped it can be handed in on paper.',
  offerLeadWhole:
    'The form is made from all that this version says. Printed, signed and stamped once it can be handed in on paper; confirmed, it marks every comment of the version as stamped.',
  upload: 'Upload the stamped form',
  uploadLead:
    'Scan or photograph every page of the stamped form, as one file; staff hold it against your text. It can be uploaded after the closing too, until the result is published.',
  replace: 'Upload another',
  replaceLead: 'Nobody has checked the one that you uploaded yet; another takes its place.',
  code: 'Number and version on the form',
  codeHint: (code) => `As they are printed on the stamped paper. The present text is ${code}.`,
  file: 'Stamped form',
  fileHint: 'PDF, JPG or PNG, 20 MB at most. For the department alone, never public.',
  send: 'Upload',
  uploadedAt: (moment) => `uploaded ${moment}`,
  decidedAt: (moment) => `checked ${moment}`,
  scanOf: (revision) => `Version ${revision}`,
  earlier: 'A newer version was sent since. If you need it, print that one, stamp it and upload it anew.',
  confirmedWhole:
    'This comment was confirmed with the stamped form of the whole response; it needs no stamp of its own.',
  noWhole:
    'This version cannot be stamped as a whole: one of its comments must be changed, was not accepted, has hidden words, or was sent by earlier members. Those that still have a form on their own receipt can be stamped one by one.',
  lead: 'Print it on A4, write the contact person and number by hand, sign and stamp it. If the text changes again, print a new one. The form is in Chinese.',
  leadWhole:
    'Print it on A4, write the contact person and number by hand, sign and stamp it, across the edges too where it has several pages. If the response is sent again, print a new one. The form is in Chinese.',
  back: 'Back to the receipt',
  recipe: 'How the hash is computed',
  recipeBody:
    'The hash is the SHA-256 of this text (UTF-8, one line, no line break), and anybody can compute it again: version of the layout, comment number, revision, measure, clause, stance, opinions on targets in the order of their keys, with their evidence where any is given, the text, and the wording where one is suggested.',
  recipeWhole:
    'The hash is the SHA-256 of this sealed text (UTF-8, one line, no line break), and anybody can compute it again. It was sealed when the response was sent, and holds name, size and hash of each attachment, not what stands in them.',
  verify: {
    title: 'Verify a form',
    lead: 'Scan the code on the form, or type its number, revision and hash, to see whether the paper is the text that we received. The text itself is not shown here.',
    id: 'Number',
    idHint: 'Such as GX21-7F3K-92QX.',
    revision: 'Revision',
    revisionHint: 'The number after it, such as 1.',
    hash: 'Hash',
    hashHint: 'The first 16 characters of the SHA-256 at the foot of the form are enough.',
    send: 'Verify',
    results: {
      same: 'The same text',
      earlier: 'The text of an earlier revision',
      different: 'Not the same',
      unknown: 'Cannot be verified',
    },
    explained: {
      same: 'The hash on the form is that of the text we received, which is the current revision.',
      earlier:
        'The hash on the form is that of an earlier revision that we received. Its author has sent a newer one since, which counts.',
      different:
        'We have received no organisation’s comment or response with this number, revision and hash. Please check what was typed.',
      unknown:
        'This revision has hidden words, or came in before everything needed was kept with it, so it cannot be verified.',
    },
    compare:
      'Please look at the paper too: the hash at its foot must begin with this one, and nothing may be crossed out.',
  },
}
