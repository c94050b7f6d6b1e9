/** Somebody cancelled the export while it was sent. */
export class ExportCancelled extends Error {
  override name = 'ExportCancelled'
  constructor() {
    super('The export was cancelled.')
  }
}
