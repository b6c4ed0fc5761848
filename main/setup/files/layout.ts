import type { SetupPlatform } from '../../../preload/contract/models/broker/setup.ts'

/** Places of a broker's files on its system and in the saved folder. */
export interface Layout {
  /** Folder within the saved folder that mirrors `base`, `/` between its parts. */
  readonly folder: string
  /** Absolute folder on the broker's system (in its container, for Docker). */
  readonly base: string
  /** The configuration, relative to both. */
  readonly config: string
  /** Separator of paths on that system. */
  readonly separator: '/' | '\\'
  /** Account that the broker runs as: it must own what is secret, as it reads keys after it gave up root. */
  readonly brokerOwner: string
  /** Owner of what everybody may read. */
  readonly publicOwner: string
}

export const WINDOWS_DATA = 'C:\\ProgramData\\mosquitto'

const DEBIAN: Layout = {
  folder: 'etc/mosquitto',
  base: '/etc/mosquitto',
  config: 'conf.d/default.conf',
  separator: '/',
  brokerOwner: 'mosquitto',
  publicOwner: 'root',
}

/** The official image runs as uid and gid 1883, which exist in the container only. */
const DOCKER: Layout = {
  folder: 'config',
  base: '/mosquitto/config',
  config: 'mosquitto.conf',
  separator: '/',
  brokerOwner: '1883',
  publicOwner: '1883',
}

/** The Windows service reads `%MOSQUITTO_DIR%\mosquitto.conf` and nothing else; this is where the installer points it. */
const WINDOWS: Layout = {
  folder: 'mosquitto',
  base: 'C:\\Program Files\\mosquitto',
  config: 'mosquitto.conf',
  separator: '\\',
  brokerOwner: 'SYSTEM',
  publicOwner: 'Administrators',
}

/** The built-in broker takes its set-up from the app; only the CA certificate lies in the folder. */
const BUILTIN: Layout = { ...DEBIAN, folder: 'broker', base: '', config: '' }

const LAYOUTS: Readonly<Record<SetupPlatform, Layout>> = {
  debian: DEBIAN,
  docker: DOCKER,
  windows: WINDOWS,
  // Each node has a folder of its own: `../cluster/node-files.ts`.
  cluster: { ...BUILTIN, folder: 'nodes' },
  builtin: BUILTIN,
}

export function layoutOf(platform: SetupPlatform): Layout {
  return LAYOUTS[platform]
}

/** Absolute path on the broker's system of a file given relative to the layout (`certs/ca.crt`). */
export function targetPath(layout: Layout, relative: string): string {
  return `${layout.base}/${relative}`.replaceAll('/', layout.separator)
}
