import { LINUX_PLACES, reachesKeys } from './find-secret.ts'
import { PlaceIndex } from './place-index.ts'
import type { SecretPlace } from './secret-place.ts'
import { WINDOWS_PLACES } from './secret-places-windows.ts'
import { isSecretName, isSecretPathPart } from './secret-words.ts'

const lowered = (paths: readonly string[]): string[] =>
  paths.filter((path) => !path.startsWith('/')).map((path) => path.toLowerCase())

/** Files and directories of people that are called so on Windows too. */
const PORTABLE = LINUX_PLACES.map((place) => ({
  ...place,
  paths: lowered(place.paths),
  except: lowered(place.except ?? []),
}))
/** A directory or a registry key stands for what is in it. */
const PLACES = new PlaceIndex([...WINDOWS_PLACES, ...PORTABLE], ({ paths }) =>
  paths.flatMap((path) => (path.endsWith('/**') ? [path.slice(0, -3), path] : [path])),
)
const OPEN_PLACES = new PlaceIndex(PORTABLE, ({ except }) => except ?? [])

const ENVIRONMENT: SecretPlace = {
  id: 'win-environment',
  what: { en: 'environment variables', zh: '环境变量' },
  paths: [],
  match: ['env:', 'Env:*', 'env:API_TOKEN', '$env:MQTT_PASS', String.raw`Microsoft.PowerShell.Core\Environment::env:`],
  noMatch: ['env:PATH', String.raw`env:\COMPUTERNAME`, '$env:PATH', 'environment'],
}
const BY_NAME: SecretPlace = {
  id: 'win-name',
  what: { en: 'a file or variable that is called like a secret', zh: '名称像机密的文件或变量' },
  paths: [],
  match: [
    String.raw`C:\Program Files\broker\passwords.txt`,
    String.raw`C:\app\secrets\mqtt.txt`,
    'API_TOKEN',
    'DefaultPassword',
  ],
  noMatch: [
    String.raw`C:\Windows\System32\drivers\etc\hosts`,
    'ProductName',
    '/password',
    '-Token',
    'password',
    'http://h/token',
  ],
}
const KEYS: SecretPlace = {
  id: 'win-wildcard',
  what: { en: 'a wildcard that reaches keys', zh: '可匹配到密钥的通配符' },
  paths: [],
  match: [String.raw`C:\x\*.pem`, '*.key', '*_rsa'],
  noMatch: [
    String.raw`C:\logs\*.log`,
    '*',
    '*.txt',
    String.raw`HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*`,
  ],
}
/** All rows of Windows, also those that are rules rather than lists. */
export const WINDOWS_ROWS: readonly SecretPlace[] = [...WINDOWS_PLACES, ENVIRONMENT, BY_NAME, KEYS]

const VARIABLE = /^(?:[\w.]+\\\w+::|environment::)?(\$?)\{?env:[\\/]?([^}]*)\}?$/i
const HOME = /^(?:~|%userprofile%|%homepath%|\$home|\$\{?env:userprofile\}?)(?=[\\/]|$)/i
const SYSTEM = /^\/windows\//

/** The secret that a word of a Windows command can mean: a file, a registry key or a variable. */
export function findWindowsSecret(word: string): SecretPlace | undefined {
  for (const piece of word.split(/[,;"'()=|<>]+/)) {
    const found = findInPiece(piece.replace(/^[-/]\w+:(?=.)/, ''))
    if (found) return found
  }
  return undefined
}

function findInPiece(piece: string): SecretPlace | undefined {
  if (piece.length < 3) return undefined
  const variable = VARIABLE.exec(piece)
  if (variable) return isOpenVariable(variable[1] === '$', variable[2] ?? '') ? undefined : ENVIRONMENT
  const path = normalise(piece)
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const last = parts.at(-1)
  if (last === undefined) return undefined
  const isPattern = /[*?]/.test(path)
  const listed = PLACES.find(parts, isPattern, path.startsWith('/'))
  if (listed) return listed.except && OPEN_PLACES.find(parts, false, true) ? undefined : listed
  // A bare `*` is everything and nothing in particular: only a wildcard that says more can mean keys.
  if (isPattern && !/^[*?.]+$/.test(last) && !path.startsWith('hk') && reachesKeys(last)) return KEYS
  return isCalledSecret(piece, path, parts) ? BY_NAME : undefined
}

/** A single variable that is not called like a secret; a wildcard and the whole drive are all of them. */
function isOpenVariable(isValue: boolean, name: string): boolean {
  if (name === '') return isValue
  return !/[*?]/.test(name) && !isSecretName(name)
}

/** Lower case, `/`, no drive letter; hives by their short names. */
function normalise(piece: string): string {
  return piece
    .replace(/^(?:microsoft\.powershell\.core\\)?(?:filesystem|registry)::/i, '')
    .replace(/^\\\\[?.]\\/, '')
    .replace(HOME, 'C:\\Users\\user')
    .replace(/^(?:hkey_local_machine|hklm):?(?=[\\/]|$)/i, 'hklm')
    .replace(/^(?:hkey_current_user|hkcu):?(?=[\\/]|$)/i, 'hkcu')
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:\/?/, '/')
    .toLowerCase()
}

/** By its name: a path of several parts, or a word that is written like a variable. */
function isCalledSecret(piece: string, path: string, parts: readonly string[]): boolean {
  if (piece.startsWith('-') || piece.includes('://') || /^\/[^/\\]*$/.test(piece) || SYSTEM.test(path)) return false
  if (parts.length === 1 && !path.startsWith('/') && !piece.includes('.'))
    return /_|[a-z][A-Z]/.test(piece) && isSecretName(piece)
  return parts.some(isSecretPathPart)
}
