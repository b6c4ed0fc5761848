/**
 * Words of an address that tell the server to act. Devices in the field do so on a plain GET (Tasmota `cm?cmnd=…`, Shelly
 * `relay/0?turn=on`, ESPHome, self-made servers), whatever RFC 9110 9.2.1 asks for.
 */
const ACTS = new Set(
  'activate arm cancel clear clearcache close deactivate delete disable disarm dispatch drop enable erase exec execute factoryreset firmware flash flush format halt invoke kill lock move ota pause play post press pulse purge put reboot reload remove rename reset restart restore resume run save script set shutdown poweroff poweron start stop suspend switchoff switchon sync toggle trigger turn turnoff turnon uninstall unlock update upgrade upload wipe write'.split(
    ' ',
  ),
)
/** Names of parameters that act with whatever value they have. */
const ACTING_NAMES = new Set(
  'turn toggle reboot restart reset relay gpio output power brightness setpoint on off'.split(' '),
)
/** Names of parameters that hold a command; only one that asks is known. */
const COMMAND_NAMES = /^(?:cmnd|cmd|command|exec|execute|run|shell|rpc|do|op|act|action)$/
const ASKS = /^(?:get|info|list|query|read|show|snapshot|stat|state|status|version)(?![a-z])/
const STATES = new Set(['on', 'off'])

/** Servers that hand out the credentials of a machine in a cloud. */
const CREDENTIALS =
  /^(?:https?:\/\/)?(?:169\.254\.(?:169\.254|170\.2)|100\.100\.100\.200|\[fd00:ec2::254\]|metadata\.google\.internal|metadata\.tencentyun\.com)(?=[/:?#]|$)/i

/** True if a GET of the address may act on the server, because a word of its path or query is a verb, or hands out credentials. */
export function isActingAddress(url: string): boolean {
  if (CREDENTIALS.test(url)) return true
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*([^#]*)/i.exec(url)?.[1] ?? ''
  const [route = '', ...queries] = path.split('?')
  return route.split('/').some(isActingPart) || queries.join('&').split(/[&;]/).some(isActingPair)
}

/** A name of a parameter with its value, as in `turn=off`. */
export function isActingPair(pair: string): boolean {
  const at = pair.indexOf('=')
  const name = decoded(at < 0 ? pair : pair.slice(0, at)).toLowerCase()
  const value = at < 0 ? '' : decoded(pair.slice(at + 1))
  if (COMMAND_NAMES.test(name)) return !ASKS.test(value.toLowerCase())
  if (ACTING_NAMES.has(name) || (at < 0 && ACTS.has(name))) return true
  return STATES.has(value.toLowerCase()) || /^(?:set|toggle|reboot|restart|reset|delete|shutdown)(?![a-z])/i.test(value)
}

/** A file such as `reset.css` is only called so. */
function isActingPart(part: string): boolean {
  const text = decoded(part)
  if (/\.(?:css|html?|js|json|md|png|svg|txt|xml)$/i.test(text)) return false
  if (STATES.has(text.toLowerCase())) return true
  return words(text).some((word) => ACTS.has(word)) || ACTS.has(text.toLowerCase())
}

const words = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
