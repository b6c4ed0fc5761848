import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { domainToASCII } from 'node:url'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** Says what is wrong with a value, and what to do. */
export interface NameProblem {
  readonly message: LocalizedText
  readonly fix: LocalizedText
}

const problem = (message: LocalizedText, fix: LocalizedText): NameProblem => ({ message, fix })

/** X.509 limits a common name to 64 characters (RFC 5280, ub-common-name); device ids have the same limit. */
const MAX_NAME = 64
const MAX_PASSWORD = 256

/** A DNS name or an address by which clients reach the broker; null when it can be one. */
export function hostProblem(host: string): NameProblem | null {
  if (host.trim() === '') {
    return problem(
      { en: 'The host name is empty.', zh: '主机名为空。' },
      { en: 'Enter a name or an IP address.', zh: '请输入名称或 IP 地址。' },
    )
  }
  if (host.includes('://') || /[/?@\\]/.test(host)) {
    return problem(
      { en: `"${host}" is a URL, not a host name.`, zh: `“${host}”是网址，不是主机名。` },
      { en: 'Leave out the scheme (mqtt://) and any path.', zh: '去掉协议（mqtt://）和路径。' },
    )
  }
  if (/[\s\p{Cc}\p{Cf}]/u.test(host)) {
    return problem(
      { en: `"${host}" contains a space or an invisible character.`, zh: `“${host}”含有空格或不可见字符。` },
      { en: 'Remove it; enter one name per field.', zh: '请删除它；每个字段只填一个名称。' },
    )
  }
  return isIP(host) === 0 ? dnsNameProblem(host) : addressProblem(host)
}

function addressProblem(address: string): NameProblem | null {
  if (address.includes('%')) {
    return problem(
      { en: `"${address}" names an interface, which a certificate cannot.`, zh: `“${address}”含接口名，证书不支持。` },
      { en: 'Leave out the part from "%" on.', zh: '去掉“%”及其后的部分。' },
    )
  }
  if (address !== '0.0.0.0' && address !== '::') return null
  return problem(
    {
      en: `"${address}" means every interface; no client can connect to it.`,
      zh: `“${address}”表示所有接口，客户端无法连接。`,
    },
    { en: "Enter the broker computer's own address.", zh: '请输入 Broker 所在计算机自己的地址。' },
  )
}

function dnsNameProblem(name: string): NameProblem | null {
  if (/^\[.*\]$/.test(name) || /:\d+$/.test(name)) {
    return problem(
      { en: `"${name}" contains brackets or a port.`, zh: `“${name}”含有方括号或端口。` },
      { en: 'Enter the bare name or address; the port has a field of its own.', zh: '只填名称或地址；端口另有字段。' },
    )
  }
  const ascii = domainToASCII(name)
  const labels = ascii.replace(/\.$/, '').split('.')
  const isWellFormed =
    ascii !== '' &&
    ascii.length <= 253 &&
    /^[\p{L}\p{M}\p{N}._-]+$/u.test(name) &&
    labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  if (isWellFormed) return null
  return problem(
    { en: `"${name}" is neither a DNS name nor an IP address.`, zh: `“${name}”既不是 DNS 名称，也不是 IP 地址。` },
    {
      en: 'Use letters, digits, hyphens and dots, for example broker.local or 192.168.1.10.',
      zh: '请使用字母、数字、连字符和点，例如 broker.local 或 192.168.1.10。',
    },
  )
}

/** Checks the name of a person's account, which goes into a password file, an ACL and a certificate. */
export function operatorProblem(name: string): NameProblem | null {
  if (name === '') {
    return problem(
      { en: 'The user name is empty.', zh: '用户名为空。' },
      { en: 'Enter a name such as operator.', zh: '请输入名称，例如 operator。' },
    )
  }
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) {
    return problem(
      { en: 'The user name contains a line break or a control character.', zh: '用户名含有换行或控制字符。' },
      { en: 'Type the name anew, on one line.', zh: '请在一行内重新输入。' },
    )
  }
  if (name.includes(':')) {
    return problem(
      {
        en: `"${name}" contains ":", which ends the name in a password file.`,
        zh: `“${name}”含有“:”，在密码文件中它表示名称结束。`,
      },
      { en: 'Leave the colon out.', zh: '请去掉冒号。' },
    )
  }
  if (/[+#/]/.test(name)) {
    return problem(
      {
        en: `"${name}" contains +, # or /, for which Mosquitto denies every topic.`,
        zh: `“${name}”含有 +、# 或 /，Mosquitto 会拒绝其所有主题。`,
      },
      { en: 'Use another character, such as a hyphen.', zh: '请换用其他字符，例如连字符。' },
    )
  }
  if (name.trim() !== name || /\p{Cs}/u.test(name)) {
    return problem(
      {
        en: `"${name}" begins or ends with a space, or is no valid text.`,
        zh: `“${name}”首尾有空格，或不是有效文本。`,
      },
      { en: 'Type the name anew.', zh: '请重新输入。' },
    )
  }
  return name.length <= MAX_NAME ? null : tooLong(name)
}

function tooLong(name: string): NameProblem {
  return problem(
    {
      en: `"${name.slice(0, 20)}…" is longer than ${MAX_NAME} characters.`,
      zh: `“${name.slice(0, 20)}…”超过 ${MAX_NAME} 个字符。`,
    },
    { en: 'Choose a shorter name.', zh: '请换一个更短的名称。' },
  )
}

/** Checks a device id, which is its user name too and a level of its topics. */
export function deviceProblem(id: string): NameProblem | null {
  if (id === 'control' || id.startsWith('waypost-probe-')) {
    return problem(
      { en: `"${id}" is reserved and cannot be a device id.`, zh: `“${id}”是保留名称，不能用作设备 ID。` },
      { en: 'Choose another id.', zh: '请换一个 ID。' },
    )
  }
  if (DEVICE_ID.test(id)) return null
  return problem(
    { en: `"${id.slice(0, 70)}" is no device id.`, zh: `“${id.slice(0, 70)}”不是有效的设备 ID。` },
    {
      en: 'Use 1 to 64 letters, digits, dots, hyphens and underscores, for example rpi_001.',
      zh: '请使用 1 到 64 个字母、数字、点、连字符或下划线，例如 rpi_001。',
    },
  )
}

/** Any text can be a password but for what no file and no keyboard carries. `isInBridge`: it goes into a bridge's configuration. */
export function passwordProblem(password: string, isInBridge: boolean): NameProblem | null {
  if (password === '') {
    return problem(
      { en: 'The password is missing.', zh: '缺少密码。' },
      { en: 'Enter one, or have one made.', zh: '请输入密码，或自动生成。' },
    )
  }
  if (/[\p{Cc}\p{Cs}]/u.test(password)) {
    return problem(
      { en: 'The password contains a line break or a control character.', zh: '密码含有换行或控制字符。' },
      { en: 'Use any other characters; every script works.', zh: '请使用其他字符；任何文字均可。' },
    )
  }
  if (password.length > MAX_PASSWORD) {
    return problem(
      { en: `The password is longer than ${MAX_PASSWORD} characters.`, zh: `密码超过 ${MAX_PASSWORD} 个字符。` },
      { en: 'Choose a shorter one.', zh: '请换一个更短的密码。' },
    )
  }
  if (isInBridge && password.trim() !== password) {
    return problem(
      {
        en: 'The password begins or ends with a space, which the bridge on the device cuts off.',
        zh: '密码首尾有空格，设备上的桥接会将其去掉。',
      },
      { en: 'Remove the outer spaces.', zh: '请去掉首尾空格。' },
    )
  }
  return null
}

/** Lists the names and addresses by which this computer is reached from others, the likeliest first. */
export function localHosts(
  name = hostname(),
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): readonly string[] {
  const addresses = Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    // Link-local addresses need an interface beside them, which a certificate cannot name.
    .filter(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address))
    .sort((one, other) => one.family.localeCompare(other.family))
    .map(({ address }) => address)
  const names = name === '' ? [] : name.includes('.') ? [name] : [name, `${name}.local`]
  return [...new Set([...addresses, ...names])].filter((host) => hostProblem(host) === null)
}
