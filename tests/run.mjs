import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installFromLockfile, requireNode } from '../worker/local/install.mjs'
import { installPrograms } from './support/programs.mjs'

const root = resolve(import.meta.dirname, '..')
const report = join(root, '.build', `test-results-${process.pid}.json`)

requireNode()
installFromLockfile()
await installPrograms()
runNode('worker/local/build.mjs')
process.exit(await runTests(process.argv.slice(2)))

function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

async function runTests(args) {
  mkdirSync(join(root, '.build'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']
  const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  const child = spawn(process.execPath, [...vitest, ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const status = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
  const { passed, failed, skipped } = count(status)
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed ? 1 : 0
}

/** A file that cannot be loaded and an error outside of every test count as a failure too. */
function count(status) {
  const results = readReport()
  const broken = (results?.testResults ?? []).filter(({ status: state, assertionResults }) => {
    return state === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  })
  const failed = (results?.numFailedTests ?? 0) + broken.length
  return {
    passed: results?.numPassedTests ?? 0,
    failed: failed || (status === 0 ? 0 : 1),
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
  } finally {
    rmSync(report, { force: true })
  }
}
