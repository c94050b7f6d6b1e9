import { cpSync, rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
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
}

/** Starts the product once on an empty folder; every file of tests begins on a copy of what it left. */
export default async function seedOnce(project: TestProject): Promise<() => void> {
  shared.seeded ??= seed()
  const seeded = await shared.seeded
  project.provide('seeded', seeded)
  return () => rmSync(seeded.path, { recursive: true, force: true })
}

/** Each project loads this file anew: what they share is kept outside of it. */
const shared = globalThis as { seeded?: Promise<SeededFolder> }

async function seed(): Promise<SeededFolder> {
  const path = makeDataFolder()
  const product = await startProduct({ env: { DATA_DIR: path } })
  await product.stop()
  return { path, passwords: product.passwords }
}

/** Starts the product on a copy of the seeded folder, which goes with it when it stops. */
export async function startSeeded(seeded: SeededFolder, env: Record<string, string>): Promise<Product> {
  const dataFolder = makeDataFolder()
  const remove = () => rmSync(dataFolder, { recursive: true, force: true })
  process.once('exit', remove)
  cpSync(seeded.path, dataFolder, { recursive: true })
  const product = await startProduct({ env: { ...env, DATA_DIR: dataFolder } })
  const stop = async () => {
    const attempt = await product.stop()
    process.removeListener('exit', remove)
    remove()
    return attempt
  }
  return { ...product, passwords: seeded.passwords, stop }
}
