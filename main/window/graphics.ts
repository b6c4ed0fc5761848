import { existsSync } from 'node:fs'

/** Files of graphics drivers on Linux: DRM, Nvidia's own, WSL's, and those of ARM boards without DRM. */
const LINUX_DRIVERS = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg', '/dev/mali0', '/dev/kgsl-3d0', '/dev/pvr_sync']

/**
 * False on a Linux without a graphics driver: a virtual machine, a container, a session over VNC. Chromium draws by software
 * there, but only after it has started two GPU processes that end at once, and the window stays empty meanwhile.
 */
export function hasGraphics(platform = process.platform, exists: (file: string) => boolean = existsSync): boolean {
  return platform !== 'linux' || LINUX_DRIVERS.some(exists)
}
