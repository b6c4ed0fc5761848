import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { CLOSE_COPIES, placeOnDebian } from '../commands/debian.ts'
import { modeInFolder } from '../commands/docker.ts'
import { placeOnWindows, serviceReads, WINDOWS_FOLDERS, WINDOWS_PRIVATE, WINDOWS_SERVICE } from '../commands/windows.ts'
import type { GeneratedFile } from './generated-file.ts'

/** A script that does what the commands do, asks before it replaces anything, and is run by hand; null for built in, and for a cluster, whose nodes have one each. */
export function installScript(plan: SetupPlan, files: readonly GeneratedFile[]): GeneratedFile | null {
  switch (plan.platform) {
    case 'debian':
      return script('install.sh', debianScript(files))
    case 'docker':
      return script('install.sh', dockerScript(files))
    case 'windows':
      return script('install.ps1', windowsScript(files))
    case 'builtin':
    case 'cluster':
      return null
  }
}

function script(path: string, lines: readonly string[]): GeneratedFile {
  return {
    path,
    target: null,
    mode: 0o755,
    owner: 'you',
    why: {
      en: 'Does the install, place and start lines in one go, and asks before it replaces a file. Read it first.',
      zh: '一次完成安装、放置和启动的各行，替换文件前会先询问。请先阅读。',
    },
    isSecret: false,
    text: `${lines.join('\n')}\n`,
  }
}

const SH_HEAD = [
  'set -eu',
  'umask 077',
  'cd "$(dirname "$0")"',
  'if [ "$(id -u)" -ne 0 ]; then',
  '  echo "Run it with sudo: sudo sh install.sh" >&2',
  '  exit 1',
  'fi',
]

function debianScript(files: readonly GeneratedFile[]): string[] {
  return [
    '#!/bin/sh',
    '# Places the files of this folder and starts Mosquitto. Run at the broker: sudo sh install.sh',
    ...SH_HEAD,
    `for file in ${files.map(({ path }) => path).join(' ')}; do`,
    '  [ -f "$file" ] || { echo "$file is missing: copy the whole folder." >&2; exit 1; }',
    'done',
    'existing=""',
    `for file in ${files.map(({ target }) => target ?? '').join(' ')}; do`,
    '  if [ -e "$file" ]; then existing="$existing $file"; fi',
    'done',
    'if [ -n "$existing" ] && [ "$*" != "--replace" ]; then',
    '  echo "These files are there already; each is kept beside the new one as *.~1~:$existing"',
    "  printf 'Replace them? [y/N] '",
    '  read -r answer',
    '  case "$answer" in [yY]*) ;; *) echo "Nothing was changed."; exit 1 ;; esac',
    'fi',
    'if ! command -v mosquitto >/dev/null && [ ! -x /usr/sbin/mosquitto ]; then',
    '  apt-get update',
    '  apt-get install -y mosquitto mosquitto-clients',
    'fi',
    ...files.map(placeOnDebian),
    CLOSE_COPIES,
    'systemctl enable mosquitto',
    'systemctl restart mosquitto',
    'systemctl --no-pager status mosquitto',
  ]
}

function dockerScript(files: readonly GeneratedFile[]): string[] {
  return [
    '#!/bin/sh',
    '# Gives the files to the broker in the container and starts it. Run in this folder: sudo sh install.sh',
    ...SH_HEAD,
    ...files.filter(({ isSecret }) => isSecret).map(modeInFolder),
    'docker compose version',
    'chown -R 1883:1883 config',
    'docker compose up -d --force-recreate',
    'docker compose ps',
  ]
}

/** Plain ASCII: Windows PowerShell reads a file without BOM in the code page of the system. */
function windowsScript(files: readonly GeneratedFile[]): string[] {
  const targets = files.map(({ target }) => `'${target}'`).join(', ')
  const reads = serviceReads(files)
  return [
    '# Places the files of this folder and starts Mosquitto.',
    '# Run in PowerShell as administrator: powershell -ExecutionPolicy Bypass -File .\\install.ps1',
    "$ErrorActionPreference = 'Stop'",
    'Set-Location $PSScriptRoot',
    '$me = [Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()',
    "if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { throw 'Run PowerShell as administrator.' }",
    "$folder = [Environment]::GetEnvironmentVariable('MOSQUITTO_DIR', 'Machine')",
    "if ($folder -and $folder.TrimEnd('\\') -ne 'C:\\Program Files\\mosquitto') { throw \"Mosquitto is installed in $folder, but these files name C:\\Program Files\\mosquitto.\" }",
    "if (-not (Test-Path 'C:\\Program Files\\mosquitto\\mosquitto.exe')) { throw 'Mosquitto is not installed: run the line under Install in COMMANDS.md first.' }",
    `$existing = @(${targets}) | Where-Object { Test-Path $_ }`,
    'if ($existing) {',
    "  Write-Host 'These files are there already; each is kept in the folder waypost-private as .bak:'",
    '  $existing | ForEach-Object { Write-Host "  $_" }',
    "  if ((Read-Host 'Replace them? [y/N]') -notmatch '^[yY]') { Write-Host 'Nothing was changed.'; exit 1 }",
    '}',
    WINDOWS_FOLDERS,
    WINDOWS_PRIVATE,
    ...files.flatMap(placeOnWindows),
    WINDOWS_SERVICE,
    ...(reads === null ? [] : [reads]),
    'Set-Service mosquitto -StartupType Automatic',
    'Restart-Service mosquitto',
    'Get-Service mosquitto',
  ]
}
