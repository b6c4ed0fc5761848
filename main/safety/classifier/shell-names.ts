/** Programs that a device may name as its shell. */
const SHELL_NAMES = ['sh', 'ash', 'bash', 'dash', 'zsh', 'busybox', 'cmd', 'powershell', 'pwsh'] as const
export type ShellName = (typeof SHELL_NAMES)[number]

/** The name in what a device announced (`/bin/bash`, `cmd.exe`); null for any other text, which is told to nobody. */
export function shellName(announced: string | null): ShellName | null {
  const program = announced
    ?.split(/[\\/]/u)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/u, '')
  return SHELL_NAMES.find((name) => name === program) ?? null
}
