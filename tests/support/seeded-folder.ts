import { cpSync, rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { bundleStart } from './bundle-start'
import { makeDataFolder, type Product, startProduct } from './product'

declare module 'vitest' {
  interface ProvidedContext {
    seeded: SeededFolder
  }
}

/** A data folder as the first start leaves it, and the passwords that start announced. */
export interface SeededFolder {
  path: string
  passwords: Record<string, string>
  /** What `npm start` runs, as one file. */
  program: string
}

/** Starts the product once on an empty folder; every file of tests begins on a copy of what it left. */
export default async function seedOnce(project: TestProject): Promise<() => void> {
  shared.seeded ??= seed()
  const { folders, ...seeded } = await shared.seeded
  project.provide('seeded', seeded)
  return () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** Each project loads this file anew: what they share is kept outside of it. */
const shared = globalThis as { seeded?: Promise<SeededFolder & { folders: string[] }> }

async function seed(): Promise<SeededFolder & { folders: string[] }> {
  const path = makeDataFolder()
  const product = await startProduct({ env: { DATA_DIR: path } })
  const [{ folder, program }] = await Promise.all([bundleStart(), product.stop()])
  return { path, passwords: product.passwords, program, folders: [path, folder] }
}

/** A copy of the seeded folder for a product that is started more than once; the caller removes it. */
export function copySeeded({ path }: SeededFolder): string {
  const folder = makeDataFolder()
  cpSync(path, folder, { recursive: true })
  return folder
}

/** Starts the product on a copy of the seeded folder, which goes with it when it stops. */
export async function startSeeded(seeded: SeededFolder, env: Record<string, string>): Promise<Product> {
  const dataFolder = copySeeded(seeded)
  const remove = () => rmSync(dataFolder, { recursive: true, force: true })
  process.once('exit', remove)
  const { program } = seeded
  const product = await startProduct({ env: { ...env, DATA_DIR: dataFolder }, program })
  const stop = async () => {
    const attempt = await product.stop()
    process.removeListener('exit', remove)
    remove()
    return attempt
  }
  return { ...product, passwords: seeded.passwords, stop }
}
