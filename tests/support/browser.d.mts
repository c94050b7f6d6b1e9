/** The Chromium of this machine: CHROMIUM, the system's, or the one that playwright installed; null without any. */
export function findBrowser(): Promise<string | null>

/** Installs Chromium, and a Chinese font as root, where the machine has none. */
export function installBrowser(): Promise<void>
