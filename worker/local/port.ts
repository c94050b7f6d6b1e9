import { type AddressInfo, createServer } from 'node:net'
import { Refusal } from './refusal'

/** The port, or any free one for 0. Refuses one that another program holds, before anything else is started. */
export async function requireFreePort(port: number): Promise<number> {
  const server = createServer()
  let free = port
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen(port, '127.0.0.1', () => {
      free = (server.address() as AddressInfo).port
      server.close(() => resolve(undefined))
    })
  })
  if (!code) return free
  if (code === 'EACCES') {
    throw new Refusal(`没有权限使用端口 ${port}。`, `Port ${port} needs rights that this user lacks.`)
  }
  throw new Refusal(
    `端口 ${port} 已被占用：请关闭占用它的程序，或用 PORT=… 换一个端口。`,
    `Port ${port} is in use: end the program that holds it, or choose another with PORT=….`,
  )
}
