import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Electron inside a D-Bus session of its own with an unlocked gnome-keyring, on a home folder that stays. */
export function keyringLauncher(): { executablePath: string; env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'waypost-home-'))
  const runtime = join(home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const executablePath = join(home, 'electron-with-keyring')
  const unlock = 'printf keyring-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  writeFileSync(
    executablePath,
    `#!/bin/sh\nexec dbus-run-session -- sh -c '${unlock}; exec "$0" "$@"' "$WAYPOST_ELECTRON" "$@"\n`,
  )
  chmodSync(executablePath, 0o755)
  return { executablePath, env: { HOME: home, XDG_RUNTIME_DIR: runtime } }
}
