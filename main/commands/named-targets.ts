const ID = '[A-Za-z0-9][A-Za-z0-9_.-]*'
const LIST = String.raw`(${ID}(?:\s*(?:,|、|&|\band\b|和|与)\s*${ID})*)`
/** `on rpi_002 and rpi_003`; `在rpi_002`, `rpi_002上也`. Not the 上 of 上传, 上次, 上周, 上月, 上一. */
const PLACES = [
  new RegExp(String.raw`(?<![\p{L}\p{N}_-])on\s+${LIST}`, 'giu'),
  new RegExp(String.raw`[在对]\s*${LIST}`, 'giu'),
  new RegExp(String.raw`${LIST}\s*上(?![传次周月一])`, 'giu'),
]
const SEPARATOR = /\s*(?:,|、|&|\band\b|和|与)\s*/iu

/** Known devices that a request itself names as the place where it is to run ("the same on rpi_002"); mostly none. */
export function namedTargets(text: string, isKnown: (deviceId: string) => boolean): readonly string[] {
  const named = new Set<string>()
  for (const place of PLACES) {
    for (const [, list = ''] of text.normalize('NFKC').matchAll(place)) {
      for (const word of list.split(SEPARATOR)) {
        const deviceId = word.replace(/\.+$/u, '')
        if (isKnown(deviceId)) named.add(deviceId)
      }
    }
  }
  return [...named]
}
