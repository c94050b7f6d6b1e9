declare module 'virtual:assets' {
  interface Asset {
    /** The script's public path, `/assets/site-1a2b3c.js`; empty where an entry is a style sheet alone. */
    file: string
    /** The style sheet of the entry's name and those that its scripts bring along. */
    css: string[]
    /** The scripts that the entry imports at once, for `modulepreload`. */
    imports: string[]
  }

  /** By the entry's name: `site` is `entries/site.css` with `entries/site.ts`. */
  export const assets: Record<string, Asset>
}

declare module '*.css'
