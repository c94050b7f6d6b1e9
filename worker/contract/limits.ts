/** Field limits, shared by the input schemas, the forms and the database's CHECKs. Lengths are in characters as people count them. */
export const limits = {
  body: 5000,
  displayName: 20,
  organisationName: 100,
  contact: 100,
  note: 500,
  searchQuery: 50,
  pageSize: 20,
  maxPageSize: 100,
  repliesShown: 20,
  replyDepth: 4,
  requestBytes: 131_072,
} as const
