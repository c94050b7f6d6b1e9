export interface ListedWord {
  word: string
  category: string
}
