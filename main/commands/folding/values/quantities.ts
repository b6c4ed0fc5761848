/** A number as a device prints it, with its unit. */
export interface Quantity {
  readonly amount: number
  /** As printed; empty for a plain number. */
  readonly unit: string
  readonly text: string
}

interface Unit {
  /** Units of one kind are turned into each other. */
  readonly kind: string
  readonly factor: number
}

function scaled(kind: string, ends: readonly string[], prefixes: Readonly<Record<string, number>>) {
  return Object.entries(prefixes).flatMap(([prefix, factor]) =>
    ends.map((end): [string, Unit] => [`${prefix}${end}`, { kind, factor }]),
  )
}

function named(kind: string, factor: number, ...names: readonly string[]): [string, Unit][] {
  return names.map((name) => [name, { kind, factor }])
}

const DECIMAL = { '': 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 }
const BINARY = { Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4 }
const SHORT_BINARY = { K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }
const SMALL = { '': 1, m: 1e-3, u: 1e-6, µ: 1e-6, k: 1e3 }
/** Things that are counted; one kind each. */
const COUNTED =
  'packets pkts pages blocks users user processes process tasks threads files entries items errors times clients connections sessions lines 个 台 次 条 项'

/** Units that are understood. `K`, `M`, `G` alone are those of `df -h` and `free -h`. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...scaled('bytes', ['B'], DECIMAL),
  ...scaled('bytes', ['', 'B'], BINARY),
  ...scaled('bytes', [''], SHORT_BINARY),
  ...named('bytes', 1, 'byte', 'bytes'),
  ...scaled('bytes a second', ['B/s'], { ...DECIMAL, ...BINARY }),
  ...scaled('bits', ['bit', 'bits'], DECIMAL),
  ...scaled('bits a second', ['bit/s', 'bps', 'b/s', 'bits/s'], DECIMAL),
  ...named('time', 1e-9, 'ns'),
  ...named('time', 1e-6, 'us', 'µs', 'μs'),
  ...named('time', 1e-3, 'ms', '毫秒'),
  ...named('time', 1, 's', 'sec', 'secs', 'second', 'seconds', '秒'),
  ...named('time', 60, 'min', 'mins', 'minute', 'minutes', '分钟'),
  ...named('time', 3600, 'h', 'hr', 'hrs', 'hour', 'hours', '小时'),
  ...named('time', 86_400, 'd', 'day', 'days', '天'),
  ...scaled('frequency', ['Hz'], DECIMAL),
  ...named('Celsius', 1, '°C', '℃', "'C", '˚C', 'degC'),
  ...named('Fahrenheit', 1, '°F', '℉', "'F"),
  ...named('share', 1, '%', '％'),
  ...scaled('voltage', ['V'], SMALL),
  ...scaled('current', ['A'], SMALL),
  ...scaled('power', ['W'], SMALL),
  ...named('level', 1, 'dBm'),
  ...named('ratio', 1, 'dB'),
  ...named('turns', 1, 'rpm', 'RPM'),
  ...COUNTED.split(' ').flatMap((name) => named(name, 1, name)),
])

const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,9})?/
/** A number that begins with a zero is a name, because nobody counts so. */
const NAME_LIKE = /^[+-]?0\d/
const MAX_CHARS = 120

/**
 * Reads a text that is one number with a unit that is known, or without one; null for every other text. What stands in
 * brackets behind it, such as limits of a sensor, is left out.
 */
export function parseQuantity(printed: string): Quantity | null {
  if (printed.length > MAX_CHARS) return null
  const whole = printed.trim()
  const bracket = whole.search(/\s\(/)
  const text = bracket > 0 && whole.endsWith(')') ? whole.slice(0, bracket).trimEnd() : whole
  const [digits] = NUMBER.exec(text) ?? []
  if (digits === undefined || NAME_LIKE.test(digits)) return null
  const unit = text.slice(digits.length).trim()
  if (unit !== '' && !UNITS.has(unit)) return null
  return { amount: Number(digits), unit, text }
}

/** Names what a unit measures; numbers of different kinds are never compared. */
export function kindOf(unit: string): string {
  return UNITS.get(unit)?.kind ?? unit
}

/** Turns an amount into another unit of its kind. */
export function converted(amount: number, from: string, to: string): number {
  if (from === to) return amount
  return (amount * (UNITS.get(from)?.factor ?? 1)) / (UNITS.get(to)?.factor ?? 1)
}
