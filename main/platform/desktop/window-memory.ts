import { readFileSync } from 'node:fs'
import { writeWholeSync } from '../../shared/files.ts'

/** In screen coordinates, DIP. */
export interface WindowBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Place of the window, and the look of its first, empty frame. */
export interface WindowState {
  readonly bounds: WindowBounds | null
  readonly isMaximized: boolean
  readonly theme: 'light' | 'dark' | 'system'
}

/** Further than any display reaches; Electron throws at a number beyond 32 bits. */
const LONGEST_PX = 100_000

const FIRST_STATE: WindowState = { bounds: null, isMaximized: false, theme: 'system' }

/**
 * Remembers what has to be known before anything else is loaded, in a small file of its own. It can be lost without harm: a
 * file that cannot be read counts as a first start, and a failed write is left to the next change.
 */
export class WindowMemory {
  readonly #file: string
  #state: WindowState

  constructor(file: string) {
    this.#file = file
    this.#state = read(file)
  }

  get state(): WindowState {
    return this.#state
  }

  save(change: Partial<WindowState>): void {
    this.#state = { ...this.#state, ...change }
    try {
      writeWholeSync(this.#file, JSON.stringify(this.#state))
    } catch {
      // The next change tries again.
    }
  }
}

function read(file: string): WindowState {
  try {
    const { bounds, isMaximized, theme } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>
    return {
      bounds: isBounds(bounds) ? bounds : null,
      isMaximized: isMaximized === true,
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    }
  } catch {
    return FIRST_STATE
  }
}

function isBounds(value: WindowBounds | null | undefined): value is WindowBounds {
  if (value === null || typeof value !== 'object') return false
  const { x, y, width, height } = value
  const isPlace = (n: unknown) => Number.isSafeInteger(n) && Math.abs(Number(n)) <= LONGEST_PX
  return [x, y, width, height].every(isPlace) && width > 0 && height > 0
}
