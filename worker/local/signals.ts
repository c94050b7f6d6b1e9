/** Runs a piece of work and takes away the signal listeners it added: libraries end the process before all is stopped. */
export async function keepSignals<T>(work: () => T | Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const kept = signals.map((signal) => ({
    signal,
    listeners: process.listeners(signal),
  }))
  const done = await work()
  for (const { signal, listeners } of kept) {
    process.removeAllListeners(signal)
    for (const listener of listeners) process.on(signal, listener)
  }
  return done
}
