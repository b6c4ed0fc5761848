import { ACCOUNT_RULES } from './linux-accounts.ts'
import { ADMINISTRATION_RULES } from './linux-administration.ts'
import { ARCHIVE_RULES } from './linux-archives.ts'
import { CHECK_RULES } from './linux-checks.ts'
import { CONTAINER_RULES } from './linux-containers.ts'
import { DATA_RULES } from './linux-data.ts'
import { DISK_RULES } from './linux-disks.ts'
import { FILE_RULES } from './linux-files.ts'
import { GIT_RULES } from './linux-git.ts'
import { INSPECTION_RULES } from './linux-inspection.ts'
import { INTERFACE_RULES } from './linux-interfaces.ts'
import { MEDIA_RULES } from './linux-media.ts'
import { MOUNT_RULES } from './linux-mounts.ts'
import { NETWORK_RULES } from './linux-network.ts'
import { NETWORK_SERVICE_RULES } from './linux-network-services.ts'
import { PACKAGE_RULES } from './linux-packages.ts'
import { OTHER_PACKAGE_RULES } from './linux-packages-other.ts'
import { RASPBERRY_RULES } from './linux-raspberry.ts'
import { SERVICE_RULES } from './linux-services.ts'
import { SHELL_RULES } from './linux-shell.ts'
import { SYSTEM_RULES } from './linux-system.ts'
import { TEXT_RULES } from './linux-text.ts'
import { TRANSFER_RULES } from './linux-transfers.ts'
import type { Rule } from './rule.ts'

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
