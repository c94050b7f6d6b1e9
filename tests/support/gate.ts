import { connect, createServer, type Socket } from 'node:net'

/** A door in front of a server on this machine: shut, it refuses connections as a dead server does. */
export interface Gate {
  url: string
  shut(): Promise<void>
  open(): Promise<void>
}

/** Opens a gate to a server's address; it keeps its own address when it is shut and opened again. */
export async function openGate(to: string): Promise<Gate> {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    for (const socket of [inner, outer]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          inner.destroy()
          outer.destroy()
        })
    }
    inner.pipe(outer).pipe(inner)
  })
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(at, '127.0.0.1', () => resolve())
    })
  await listen(0)
  const { port: own } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${own}`,
    open: () => listen(own),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
