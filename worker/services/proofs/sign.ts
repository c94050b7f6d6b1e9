const bytes = (text: string) => new TextEncoder().encode(text)

/** HMAC-SHA-256 of `text`: 32 bytes. */
export async function hmac(key: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', bytes(key), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes(text)))
}

/** {@link hmac} in base64url. */
export async function sign(key: string, text: string): Promise<string> {
  const mac = await hmac(key, text)
  return btoa(String.fromCharCode(...mac))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}
