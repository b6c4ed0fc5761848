import { readDisplay, request, u16, u32, XServer } from '../../../main/platform/desktop/x11.ts'

const CREATE_WINDOW = 1
const SET_SELECTION_OWNER = 22
const CLIENT_MESSAGE = 33
const INPUT_ONLY = 2

/** The tray of a desktop of before D-Bus: it owns the selection, and is asked to dock icons (System Tray Protocol). */
export interface X11Tray {
  /** Resolves with the window of the next icon that asks to be docked. */
  docked(): Promise<number>
  close(): void
}

/** Brings such a tray to the first screen of a display that lets everybody in. */
export async function startX11Tray(display: string): Promise<X11Tray> {
  const name = readDisplay(display)
  if (name === null) throw new Error(`${display} is no display`)
  const server = new XServer(name, 0)
  const told = await server.open(Buffer.alloc(0))
  const window = told.readUInt32LE(4)
  const selection = await server.atom('_NET_SYSTEM_TRAY_S0', false)
  const opcode = await server.atom('_NET_SYSTEM_TRAY_OPCODE', false)
  const size = [u16(0), u16(0), u16(1), u16(1), u16(0), u16(INPUT_ONLY)]
  server.send(request(CREATE_WINDOW, 0, [u32(window), u32(rootOf(told)), ...size, u32(0), u32(0)]))
  server.send(request(SET_SELECTION_OWNER, 0, [u32(window), u32(selection), u32(0)]))
  // The server has done both when it answers.
  await server.atom('_NET_SYSTEM_TRAY_S0', true)
  return {
    async docked() {
      for (;;) {
        const packet = await server.next()
        const isMessage = ((packet[0] ?? 0) & 0x7f) === CLIENT_MESSAGE && packet.readUInt32LE(8) === opcode
        // Time, the request to dock (0), and the window.
        if (isMessage && packet.readUInt32LE(16) === 0) return packet.readUInt32LE(20)
      }
    },
    close: () => server.close(),
  }
}

/** Finds the root window of the first screen in what a server tells of itself. */
function rootOf(told: Buffer): number {
  const vendorBytes = Math.ceil(told.readUInt16LE(16) / 4) * 4
  const formats = told[21] ?? 0
  return told.readUInt32LE(32 + vendorBytes + 8 * formats)
}
