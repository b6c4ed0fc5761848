import type { Rule } from '../rule.ts'
import { ACCOUNT_RULES } from './accounts.ts'
import { ADMINISTRATION_RULES } from './administration.ts'
import { ARCHIVE_RULES } from './archives.ts'
import { CHECK_RULES } from './checks.ts'
import { CONTAINER_RULES } from './containers.ts'
import { DATA_RULES } from './data.ts'
import { DISK_RULES } from './disks.ts'
import { FILE_RULES } from './files.ts'
import { GIT_RULES } from './git.ts'
import { INSPECTION_RULES } from './inspection.ts'
import { INTERFACE_RULES } from './interfaces.ts'
import { MEDIA_RULES } from './media.ts'
import { MOUNT_RULES } from './mounts.ts'
import { NETWORK_RULES } from './network.ts'
import { NETWORK_SERVICE_RULES } from './network-services.ts'
import { PACKAGE_RULES } from './packages.ts'
import { OTHER_PACKAGE_RULES } from './packages-other.ts'
import { RASPBERRY_RULES } from './raspberry.ts'
import { SERVICE_RULES } from './services.ts'
import { SHELL_RULES } from './shell.ts'
import { SYSTEM_RULES } from './system.ts'
import { TEXT_RULES } from './text.ts'
import { TRANSFER_RULES } from './transfers.ts'

/** All rows for Linux and Raspberry Pi. */
export const LINUX_RULES: readonly (readonly Rule[])[] = [
  FILE_RULES,
  ARCHIVE_RULES,
  TEXT_RULES,
  SHELL_RULES,
  SYSTEM_RULES,
  ADMINISTRATION_RULES,
  DISK_RULES,
  MOUNT_RULES,
  NETWORK_RULES,
  INTERFACE_RULES,
  NETWORK_SERVICE_RULES,
  TRANSFER_RULES,
  SERVICE_RULES,
  CONTAINER_RULES,
  GIT_RULES,
  PACKAGE_RULES,
  OTHER_PACKAGE_RULES,
  RASPBERRY_RULES,
  MEDIA_RULES,
  INSPECTION_RULES,
  CHECK_RULES,
  ACCOUNT_RULES,
  DATA_RULES,
]
