import type { Transport } from '../../../../preload/contract/models/broker/connection.ts'
import { withoutStrays } from '../../../../preload/contract/models/broker/stray-characters.ts'
import { USUAL_PORTS } from '../../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { type FileAddress, readAddress, type Scheme, schemeOf } from './file-address.ts'
import { furtherHosts } from './further-hosts.ts'
import {
  clientIdNote,
  filesNote,
  NOTES,
  protocolNote,
  pskNote,
  REFUSALS,
  secretElsewhereNote,
  tlsByHintNote,
  tlsUnusedNote,
  unusedNote,
  unusedProxyNote,
  unverifiedNote,
} from './import-notes.ts'
import {
  firstProtocol,
  inlinePem,
  isOn,
  keepaliveOf,
  loginNotes,
  nameOf,
  type ProfileDraft,
  portOf,
  presentSecrets,
  proxyOf,
  securityOf,
} from './profile-draft.ts'
import type { Setting, SettingGroup } from './setting-groups.ts'

const SECURE_PORTS: readonly number[] = [USUAL_PORTS.tls, USUAL_PORTS.webSocketTls, 443]

/** Makes a connection of the settings of one group. What asks for TLS or for a login is never left out without both. */
export function readSettings(group: SettingGroup): ProfileDraft {
  const notes: LocalizedText[] = []
  const found = hostOf(group, notes)
  const { address } = found
  const tls = tlsOf(group, found, notes)
  const port = chosenPort(group, address, tls, notes)
  const isTls = tls.isTls || (tls.isOpen && SECURE_PORTS.includes(port.value))
  if (isTls && !tls.isTls) notes.push(NOTES.tlsByPort)
  const login = loginOf(group, address, notes)
  const files = filesOf(group, isTls, notes)
  const security = securityOf({ isTls, isMutual: files.isMutual, hasLogin: login.isAsked })
  const transport = transportOf(group, address.scheme)
  const keepalive = keepaliveOf(group.text('keepalive'), group.first('keepalive')?.name)
  const path = transport === 'websocket' ? (address.path ?? (group.text('path') || null)) : null
  if (transport === 'tcp' && address.path !== null) notes.push(NOTES.queryDropped)
  const further = furtherHosts(found.others, address, port.value)
  if (found.others.length > 0) notes.push(further.isWhole ? NOTES.hostsTaken : NOTES.otherHosts)
  const proxy = proxyOf(group.text('proxy'))
  const noProxy = proxy === null ? group.all('proxy') : []
  if (noProxy.length > 0) notes.push(unusedProxyNote(namesOf(noProxy)))
  const alpn = isTls ? firstProtocol(group.text('alpn')) : null
  sayOfClient(group, isTls, notes)
  const name = nameOf(group.text('name')) || address.host
  const unused = group.unused()
  return {
    label: name || group.label || (group.first('host')?.name ?? '#1'),
    profile: {
      name,
      host: address.host,
      port: port.value,
      security,
      transport,
      path: path === null || path.startsWith('/') ? path : `/${path}`,
      username: login.username || null,
      ca: files.ca,
      clientCertificate: files.certificate,
      serverName: isTls ? group.text('serverName') || null : null,
      otherAddresses: further.addresses,
      ...(alpn === null ? {} : { alpn }),
      ...(proxy === null ? {} : { proxy }),
      ...keepalive.fields,
    },
    secrets: presentSecrets({ password: login.password, clientKey: files.key }),
    notes: [...notes, ...group.notes(), ...keepalive.notes, ...(unused.length === 0 ? [] : [unusedNote(unused)])],
    refusal: found.refusal ?? port.refusal,
  }
}

/** What no connection here takes over of the client itself. Its version of MQTT is found out again at each connection. */
function sayOfClient(group: SettingGroup, isTls: boolean, notes: LocalizedText[]): void {
  const clientId = group.first('clientId')
  if (clientId !== undefined) notes.push(clientIdNote(clientId.name))
  const psk = group.all('psk')
  if (isTls && psk.length > 0) notes.push(pskNote(namesOf(psk)))
  group.all('version')
}

interface FoundHost {
  readonly address: FileAddress
  readonly refusal: LocalizedText | null
  /** Hosts behind the first of a list. */
  readonly others: readonly string[]
  /** The setting's own name asks for TLS. */
  readonly isOfTls: boolean
}

const NOWHERE: FileAddress = { scheme: null, host: '', port: null, path: null, username: null, password: null }

/** The address that says most: a whole one before a name alone. */
function hostOf(group: SettingGroup, notes: LocalizedText[]): FoundHost {
  const given = group.all('host')
  // A browser's address beside that of other programs is another listener, with another TLS.
  const isForBrowsers = ({ text }: { readonly text: string }) => /^\s*wss?:/i.test(text)
  const forBrowsers = given.every(isForBrowsers) ? [] : given.filter(isForBrowsers)
  const all = given.filter((one) => !forBrowsers.includes(one))
  if (forBrowsers.length > 0) notes.push(unusedNote(namesOf(forBrowsers)))
  const [setting] = [...all.filter(({ text }) => text.includes('://')), ...all]
  if (setting === undefined) return { address: NOWHERE, others: [], refusal: REFUSALS.noHost, isOfTls: false }
  const isOfTls = all.some((one) => one.isOfTls)
  if (setting.problem !== null) return { address: NOWHERE, others: [], refusal: setting.problem, isOfTls }
  const [first, ...behind] = hostsIn(setting.text, notes)
  const address = readAddress(first)
  if (typeof address === 'string') {
    const refusal = address === 'scheme' ? REFUSALS.scheme : REFUSALS.host
    return { address: NOWHERE, others: [], refusal, isOfTls }
  }
  const others = all.filter((one) => one !== setting).map(({ text }) => readAddress(text))
  const isTlsElsewhere = others.some((other) => typeof other !== 'string' && other.scheme?.isTls === true)
  if (others.some((other) => typeof other === 'string' || other.host !== address.host)) notes.push(NOTES.otherHosts)
  return { address, others: behind, refusal: null, isOfTls: isOfTls || isTlsElsewhere }
}

/** The hosts of a list, one at least, without a stray quote or comma. */
function hostsIn(text: string, notes: LocalizedText[]): [string, ...string[]] {
  const isLogin = text.includes('@')
  const parts = isLogin ? [text] : text.split(/[,;\s]+/).filter((part) => part !== '')
  const [plain = '', ...others] = parts.map(withoutQuotes)
  if (others.length === 0 && plain !== text.trim()) notes.push(NOTES.trimmedHost)
  return [plain, ...others]
}

/** Without quotes around it, those of word processors too. */
function withoutQuotes(text: string): string {
  return text.replace(/^["'`“”„‘’«]|["'`“”‘’»]$/g, '')
}

interface TlsChoice {
  readonly isTls: boolean
  /** Nothing in the file decides; the port may. */
  readonly isOpen: boolean
}

/** A version of MQTT, which some programs call the protocol. */
const VERSION = /^(?:mqtt[ _-]?)?v?(?:[345]|3\.1|3\.1\.1|31|311|50?|5\.0)$/i

/** TLS that any setting asks for is TLS; only where one switches it off, files and hints do not count. */
function tlsOf(group: SettingGroup, { address, isOfTls }: FoundHost, notes: LocalizedText[]): TlsChoice {
  const switches = [...group.all('tls').map(({ text, problem }) => (problem === null ? isOn(text) : true))]
  for (const { text, problem } of group.all('noTls')) {
    const isOff = problem === null ? isOn(text) : null
    switches.push(isOff === null ? null : !isOff)
  }
  for (const { problem } of group.all('tls')) if (problem !== null) notes.push(problem)
  const protocol = schemeOf(group.text('protocol'))
  if (protocol === null && group.text('protocol') !== '' && !VERSION.test(group.text('protocol')))
    notes.push(protocolNote(group.first('protocol')?.name ?? ''))
  if (switches.includes(true) || address.scheme?.isTls === true || protocol?.isTls === true || isOfTls) {
    return { isTls: true, isOpen: false }
  }
  const hints = ['ca', 'certificate', 'key', 'verify', 'tlsHint', 'tlsPort', 'serverName', 'alpn', 'psk'] as const
  const found = [
    ...hints.flatMap((role) => group.all(role).filter(({ text, problem }) => problem !== null || isHint(role, text))),
    ...group.all('insecure').filter(({ text }) => isOn(text) === true),
  ]
  const isHinted = found.length > 0
  if (switches.includes(false)) {
    const files = found.filter(({ role }) => role === 'ca' || role === 'certificate' || role === 'key')
    if (files.length > 0) notes.push(tlsUnusedNote(namesOf(files)))
    return { isTls: false, isOpen: false }
  }
  if (isHinted) notes.push(tlsByHintNote(namesOf(found)))
  return { isTls: isHinted, isOpen: !isHinted }
}

/** A certificate is there, or a setting of TLS is other than off. */
function isHint(role: string, text: string): boolean {
  return role === 'verify' ? text !== '' : isOn(text) === true
}

function chosenPort(
  group: SettingGroup,
  address: FileAddress,
  tls: TlsChoice,
  notes: LocalizedText[],
): { readonly value: number; readonly refusal: LocalizedText | null } {
  const isWebSocket = transportOf(group, address.scheme) === 'websocket'
  const own = [
    ...(tls.isTls ? group.all('tlsPort') : []),
    ...(isWebSocket ? group.all('webSocketPort') : []),
    ...group.all('port'),
  ].find(({ text, problem }) => text !== '' || problem !== null)
  if (address.port !== null) {
    if (own !== undefined && own.text.trim() !== address.port) notes.push(NOTES.otherPort)
    return judgedPort(address.port)
  }
  if (own?.problem) return { value: Number.NaN, refusal: own.problem }
  if (own !== undefined) return judgedPort(own.text)
  const { scheme } = address
  if (scheme !== null && scheme.isTls === tls.isTls) return { value: scheme.port, refusal: null }
  const usual = tls.isTls ? USUAL_PORTS.tls : USUAL_PORTS.plain
  return { value: isWebSocket ? (tls.isTls ? 443 : 80) : usual, refusal: null }
}

function judgedPort(text: string): { readonly value: number; readonly refusal: LocalizedText | null } {
  const value = portOf(withoutStrays(text))
  return { value, refusal: value >= 1 && value <= 65_535 ? null : REFUSALS.port }
}

function namesOf(settings: readonly { readonly name: string }[]): string[] {
  return [...new Set(settings.map(({ name }) => name))]
}

interface Login {
  readonly username: string
  readonly password: string
  readonly isAsked: boolean
}

/** The login of the settings, else that of the address; never the name of one with the password of the other. */
function loginOf(group: SettingGroup, address: FileAddress, notes: LocalizedText[]): Login {
  const [user, pass] = [group.first('username'), group.first('password')]
  const elsewhere = group.all('login').filter(({ text, problem }) => problem !== null || isOn(text) === true)
  for (const setting of [user, pass]) if (setting?.problem) notes.push(setting.problem)
  const known = (setting: Setting | undefined) => (setting === undefined || setting.problem ? '' : setting.text)
  const isOwn = user !== undefined || address.username === null
  const username = isOwn ? known(user) : (address.username ?? '')
  const isSame = address.username === null || address.username === username
  const password = known(pass) || (isSame || !isOwn ? (address.password ?? '') : '')
  if (user !== undefined && !isSame) notes.push(NOTES.otherLogin)
  else if (known(pass) !== '' && address.password !== null && address.password !== password)
    notes.push(NOTES.otherPassword)
  const isAsked = [user, pass].some(Boolean) || address.username !== null || password !== '' || elsewhere.length > 0
  if (password === '' && elsewhere.length > 0) notes.push(secretElsewhereNote(namesOf(elsewhere)))
  else if (!user?.problem && !pass?.problem) notes.push(...loginNotes(username, password !== ''))
  return { username, password, isAsked }
}

const FILE_ROLES = ['ca', 'certificate', 'key'] as const

interface Files {
  readonly isMutual: boolean
  readonly ca: string | null
  readonly certificate: string | null
  readonly key: string
}

/** PEM texts that stand in the file itself. Paths are not followed: a file that names files must not make us read them. */
function filesOf(group: SettingGroup, isTls: boolean, notes: LocalizedText[]): Files {
  const texts = FILE_ROLES.map((role) => group.text(role))
  const [ca = '', certificate = '', key = ''] = texts.map(inlinePem)
  // Shelly's word for any certificate.
  const isAnyCa = texts[0]?.trim() === '*'
  if (!isTls) return { isMutual: false, ca: null, certificate: null, key: '' }
  const apart = FILE_ROLES.flatMap((role) => group.all(role)).filter(
    ({ text, problem }) => problem !== null || (isOn(text) === true && inlinePem(text) === '' && !isNoFile(text)),
  )
  if (apart.length > 0) notes.push(filesNote(namesOf(apart)))
  const unverified = [
    ...group.all('verify').filter(({ text }) => isOn(text) === false || /NONE$/i.test(text)),
    ...group.all('insecure').filter(({ text, problem }) => problem !== null || isOn(text) === true),
    ...(isAnyCa ? group.all('ca') : []),
  ]
  if (unverified.length > 0) notes.push(unverifiedNote(namesOf(unverified)))
  // A certificate without a key that is not called the client's is an authority, as in Home Assistant.
  const isOfClient = /client|device|keystore|pfx|p12|cert_?file/i.test(group.first('certificate')?.name ?? '')
  const isMutual = isGiven(group, 'key') || (isOfClient && isGiven(group, 'certificate'))
  return { isMutual, ca: ca || null, certificate: certificate || null, key }
}

/** True for a file that the setting names, or that the program reads from somewhere else. */
function isGiven(group: SettingGroup, role: (typeof FILE_ROLES)[number]): boolean {
  const [first] = group.all(role)
  return first !== undefined && (first.problem !== null || isOn(first.text) === true)
}

/** Any certificate (Shelly), or the authorities of the system (`auto` of Home Assistant). */
function isNoFile(text: string): boolean {
  return /^(?:\*|auto|system|default|builtin|true|1)$/i.test(text.trim())
}

function transportOf(group: SettingGroup, scheme: Scheme | null): Transport {
  if (scheme?.transport === 'websocket' || schemeOf(group.text('protocol'))?.transport === 'websocket')
    return 'websocket'
  return group.all('webSocket').some(({ text }) => isOn(text) === true) ? 'websocket' : 'tcp'
}
