import type { accountZh } from './account-zh'

export const accountEn: typeof accountZh = {
  signIn: {
    title: 'Sign in',
    lead: 'For those who act for an enterprise, association or institution, and for individuals. Commenting and looking up a receipt need no account.',
    submit: 'Sign in',
    signOn: 'Sign in with the provincial sign-on',
    signOnHint: 'An organisation that signs in this way is verified at once.',
    or: 'Or sign in with your e-mail address',
    signUp: 'Sign up',
    forgotten: 'Forgotten your password?',
    staff: 'Staff sign-in',
  },
  notices: {
    asked: 'Please sign in. You then come back to the page you wanted.',
    made: 'Done. If this address had no account before, it has one now: please sign in.',
    confirmed: 'Your address is confirmed. Please sign in.',
    password: 'Your password is set, and you are signed out everywhere else. Please sign in with it.',
    desk: 'You are signed in with an account of the office, which is for the desk. To take part, please sign in with another account.',
    failed: 'The provincial sign-on was not completed. Please sign in again.',
    unavailable:
      'The provincial sign-on cannot be reached. Please try again later, or sign in by e-mail address.',
  },
  toDesk: 'To the desk',
  email: 'E-mail address',
  emailHint:
    'For signing in and for notices. Never public; deleted with the account: to close it, please ask the department.',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. A sentence that is easy to remember will do.',
  name: 'Name',
  nameHint:
    'For your colleagues and the department to know you by. Never public; deleted with the account: to close it, please ask the department.',
  signUp: {
    title: 'Sign up',
    lead: 'With an account you can comment for your organisation and say that you share a published concern. You can register or join an organisation afterwards.',
    submit: 'Sign up',
    mailed: 'We then send you a mail. Open its link and the account is yours.',
    notMailed: 'This site sends no mail yet. You can sign in at once; your address stays unconfirmed.',
    hasAccount: 'Have an account?',
  },
  sent: {
    title: 'Please look at your mail',
    confirm:
      'If this address can have an account, a mail is on its way. Its link works for 7 days; then sign in.',
    password: 'If this address has an account, a mail is on its way. Its link works for 2 hours.',
    late: 'If nothing has come in a few minutes, look among the junk mail or try again.',
  },
  confirm: {
    title: 'Confirm your address',
    lead: 'Press the button to confirm that this e-mail address is yours.',
    submit: 'Confirm',
  },
  reset: {
    title: 'Forgotten password',
    lead: 'Give the address of your account. We send you a link to a new password.',
    submit: 'Send the link',
    notMailed:
      'This site sends no mail yet, so you cannot set a new password yourself. Please ask the department.',
    choose: 'Choose a new password',
    chooseLead: 'You will then be signed out everywhere else.',
    save: 'Save the password',
  },
  own: {
    title: 'My account',
    signOut: 'Sign out',
    data: 'Account',
    confirmed: 'confirmed',
    unconfirmed: 'unconfirmed',
    unconfirmedText:
      'This site sends no mail yet, so your address was not confirmed. You can use the account all the same.',
    noEmail: 'Not given by the sign-on',
    joined: 'Signed up',
    ways: 'Ways to sign in',
    byPassword: 'E-mail address and password',
    bySignOn: 'Provincial sign-on',
    link: 'Add the provincial sign-on',
    changeName: 'Change your name',
    save: 'Save',
    saved: 'Saved.',
    changePassword: 'Change your password',
    current: 'Your password now',
    passwordChanged: 'Your password is changed, and you are signed out everywhere else.',
    enterprise: 'My organisation',
    open: 'See and manage the organisation',
    noEnterprise:
      'You belong to no organisation yet. To comment for one, register it; if it is registered already, ask to join.',
    register: 'Register or join an organisation',
  },
}
