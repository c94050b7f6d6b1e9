import type { ConsistencyView, InclusionView } from '../../worker/contract/transparency'

async function getJson<View>(path: string): Promise<View> {
  const response = await fetch(`/api/transparency/${path}`, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  })
  if (!response.ok) throw new Error(`no answer: ${response.status}`)
  return response.json()
}

export const getInclusion = (publicId: string): Promise<InclusionView> =>
  getJson(`inclusion?publicId=${publicId}`)

export const getConsistency = (from: number, to: number): Promise<ConsistencyView> =>
  getJson(`consistency?from=${from}&to=${to}`)
