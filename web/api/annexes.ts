import type { AnnexReaders, NameReader, OpenAnnex } from '../../worker/contract/annexes'
import { refusal } from './api-error'
import { answerOf, api } from './client'

const { annexes } = api.staff

export function getReaders(): Promise<AnnexReaders> {
  return answerOf(api.staff['annex-readers'].$get())
}

export function nameReader(json: NameReader): Promise<AnnexReaders> {
  return answerOf(api.staff['annex-readers'].$post({ json }))
}

/** The plain file under its own name. */
export async function openAnnex(publicId: string, json: OpenAnnex): Promise<{ name: string; bytes: Blob }> {
  const answer = await annexes[':publicId'].open.$post({ param: { publicId }, json })
  if (!answer.ok) throw refusal(answer.status, await answer.json().catch(() => undefined))
  const [, encoded = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(encoded), bytes: await answer.blob() }
}
