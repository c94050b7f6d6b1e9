/** The Chromium of this machine: CHROMIUM, the system's, or the one that playwright installed; null without any. */
export function findBrowser(): Promise<string | null>

/** The LibreOffice of this machine: SOFFICE, or the system's; null without any. */
export function findOffice(): string | null

/** Installs as root what the tests drive and the machine has not: Chromium, LibreOffice, a Chinese font, a reader of PDF. */
export function installPrograms(): Promise<void>
