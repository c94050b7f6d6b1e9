import type { AccountMailWords } from './account-mail-zh'

export const accountMailEn: AccountMailWords = {
  greeting: (name) => (name ? `Dear ${name},` : 'Good day,'),
  confirm: {
    subject: 'Confirm your address at Yanlu',
    text: (until) =>
      `Somebody signed up at Yanlu with this address. If that was you, open the link below, press “Confirm”, and sign in. The link works until ${until}, Beijing time.`,
    ignore: 'If it was not you, do nothing: the account will not work.',
  },
  password: {
    subject: 'A new password for Yanlu',
    text: (until) =>
      `Open the link below to choose a new password. It works once, until ${until}, Beijing time.`,
    ignore: 'If you did not ask for it, do nothing: your password stays as it is.',
  },
  known: {
    subject: 'You have an account at Yanlu already',
    text: 'Somebody signed up at Yanlu with this address, but you have an account already and none was added. If you forgot your password, choose a new one at sign-in.',
    ignore: 'If it was not you, do nothing.',
  },
  invitation: {
    subject: (enterprise) => `You are invited to join “${enterprise}”`,
    text: (by, enterprise, part) =>
      `${by} invites you to join “${enterprise}” at Yanlu as ${{ owner: 'owner', drafter: 'drafter', approver: 'approver' }[part]}. Open the link below and sign in within 7 days.`,
    ignore: 'If you do not know who invites you, please do not open it.',
  },
  joinAsked: {
    subject: (enterprise) => `Somebody asks to join “${enterprise}”`,
    text: (who, enterprise) =>
      `${who} asks to join “${enterprise}”. Please make sure that they are a colleague before you accept.`,
  },
  joinSettled: {
    subject: (enterprise, isAccepted) =>
      isAccepted ? `You have joined “${enterprise}”` : `“${enterprise}” did not accept your request`,
    text: (enterprise, isAccepted) =>
      isAccepted
        ? `An owner of “${enterprise}” accepted your request to join.`
        : `An owner of “${enterprise}” did not accept your request to join. If in doubt, please ask the organisation.`,
  },
  verification: {
    subject: (enterprise, isVerified) =>
      isVerified ? `“${enterprise}” is verified` : `“${enterprise}” was not verified`,
    verified: (enterprise) => `“${enterprise}” is verified. Its comments are marked so from now on.`,
    rejected: (enterprise) => `“${enterprise}” was not verified. You can correct and submit again.`,
    reason: (note) => `Remarks: ${note}`,
  },
  claimSettled: {
    subject: (enterprise, isGranted) =>
      isGranted ? `“${enterprise}” is yours` : `“${enterprise}” was not handed over`,
    text: (enterprise, isGranted) =>
      isGranted
        ? `The department has made you the owner of “${enterprise}”. Whoever held it before is out; what they sent in its name is withdrawn once you send its response anew. Please correct its data and submit it for verification.`
        : `The department did not hand “${enterprise}” over to you.`,
  },
  handedOver: {
    subject: (enterprise) => `You no longer belong to “${enterprise}”`,
    text: (enterprise) =>
      `Somebody else proved to the department that “${enterprise}” is theirs. You no longer belong to it. What was sent in its name can still be read with its query code, and neither changed nor withdrawn. If you are a colleague, please ask to join.`,
  },
  response: {
    subject: {
      ask: (enterprise) => `The response of “${enterprise}” waits for your approval`,
      send_back: (enterprise) => `The response of “${enterprise}” was given back`,
      send: (enterprise) => `The response of “${enterprise}” was sent`,
      reopen: (enterprise) => `The response of “${enterprise}” was reopened`,
    },
    text: {
      ask: (by, title) =>
        `${by} asked for approval of the response to “${title}”. Please read it and send it, or give it back.`,
      send_back: (by, title) =>
        `${by} gave back the response to “${title}”. Please change it and ask for approval again.`,
      send: (by, title) =>
        `${by} sent the response to “${title}”. The number, version and checksum of its receipt are below; please keep them.`,
      reopen: (by, title) =>
        `${by} reopened the response to “${title}”. The last version counts until it is sent again.`,
    },
    someone: 'A colleague',
    sealed: (publicId, version, sha256) => `Number: ${publicId}\nVersion: ${version}\nSHA-256: ${sha256}`,
  },
  decided: {
    subject: (enterprise, returned, rejected) =>
      `The response of “${enterprise}”: ${[
        ...(returned > 0 ? [`${returned} returned for change`] : []),
        ...(rejected > 0 ? [`${rejected} not published`] : []),
      ].join(', ')}`,
    text: (title, version) =>
      `Moderation has decided on these opinions of version ${version} of your response to “${title}”. Where a moderator added a note, it is on the page of the receipt.`,
    line: (measure, clause, state, reason) =>
      `${measure}${clause === null ? '' : `, sentence ${clause}`}: ${state}\nReason: ${reason}`,
    again: 'What was returned: please reopen the response before closing, change it and send it again.',
  },
  stamp: {
    subject: (enterprise, isConfirmed) =>
      `The stamped form of “${enterprise}” was ${isConfirmed ? 'confirmed' : 'sent back'}`,
    confirmed: (title, version) =>
      `The department held the stamped form of version ${version} of your response to “${title}” against what was sent: it is the same. Each of its comments is now marked as confirmed with a stamp.`,
    refused: (title, version) =>
      `The stamped form of version ${version} of your response to “${title}” was sent back.`,
    anew: 'Please see to the reason and upload it once more.',
    oneByOne:
      'This version cannot be stamped as a whole. Those of its comments that still have a form on their own receipt can be stamped and uploaded one by one.',
    reason: (text) => `Reason: ${text}`,
    note: (text) => `Remarks: ${text}`,
  },
  unused: {
    subject: 'Your Yanlu account will be deleted, for nobody uses it',
    text: (day) =>
      `Nobody has signed in to your account for nearly two years. What is not needed is not kept: after ${day} the account is deleted with name and address; comments that were sent stay as they are. To keep it, sign in once before then.`,
    ignore: 'If you do not need the account any more, there is nothing to do.',
  },
  open: (address) => `Please sign in: ${address}`,
  openSite: 'Please sign in at Yanlu and look at “My account”.',
  footer: 'This mail was sent automatically. Please do not reply.',
}
