import type { Shell } from '../../../../preload/contract/models/safety/safety.ts'
import { RefusedText } from './refused-text.ts'

/** Prompts as the shells print them before a command: `pi@raspberrypi:~ $ `, `[pi@gw ~]$ `, `gw:~# `, `$ `, `# `, `C:\>`, `PS C:\>`. */
const PROMPTS: Readonly<Record<Shell, readonly RegExp[]>> = {
  bash: [
    /^(?:\([\w.-]{1,60}\) )?[\w.-]+@[\w.-]+[: ][^$#%\n]*[$#%]\s+(?=\S)/,
    /^\[[\w.-]+@[\w.-]+ [^\]\n]*\][$#]\s+(?=\S)/,
    /^[\w.-]+:[~/][^$#\s]*\s?[$#]\s+(?=\S)/,
    /^[$#%]\s+(?=\S)/,
  ],
  cmd: [/^[A-Za-z]:\\[^<>|\n]*>\s*(?=\S)/],
  powershell: [/^PS [A-Za-z]:\\[^<>|\n]*>\s*(?=\S)/, /^PS>\s*(?=\S)/],
}
const MAX_SHOWN = 200

/**
 * Refuses text that was copied with the prompt before it, and offers the command alone.
 *
 * Handles: prompts of sh, cmd and PowerShell.
 * @example `pi@raspberrypi:~ $ df -h` → refused
 * @throws RefusedText
 */
export function refusePrompt(command: string, shell: Shell): void {
  const prompt = PROMPTS[shell].map((pattern) => pattern.exec(command)?.[0]).find((found) => found !== undefined)
  if (prompt === undefined) return
  const bare = command.slice(prompt.length, prompt.length + MAX_SHOWN)
  throw new RefusedText('input.prompt', {
    en: `a prompt was pasted along (“${prompt.trim()}”): the command alone is “${bare}”`,
    zh: `粘贴时带上了提示符（“${prompt.trim()}”）：命令本身是“${bare}”`,
  })
}
