import { z } from 'zod'
import type { DeviceCommand } from '../../models/commands/command.ts'
import {
  CHART_SPANS,
  type ChosenCheck,
  DEVICE_SORTS,
  type DeviceDetail,
  type DeviceSeries,
  type DeviceWindow,
  ENTRY_LIMITS,
  type ImportOutcome,
  type MatchingDevices,
  PRESENCES,
  type RawMessage,
  TARGETS_MAX,
} from '../../models/devices/device.ts'
import { DEVICE_NAMES_MAX, isListedId, SAVED_FILTERS } from '../../models/limits.ts'
import { DEVICE_SYSTEMS } from '../../models/safety/safety.ts'
import type { SigningCounts } from '../../models/safety/signing.ts'
import { route } from '../../route.ts'

/** Schema of a device id (main/devices/wire/README.md, section 1). */
export const deviceId = z.string().refine(isListedId)
/** Schema of the devices of a command. */
export const deviceIds = z.array(deviceId).min(1).max(TARGETS_MAX)
const connectionId = z.string().min(1).max(64)
const ref = { connectionId, deviceId }
/** Text of the filter language; parsed in main. */
export const deviceFilter = z.string().max(SAVED_FILTERS.maxChars)
const selection = {
  text: z.string().max(200),
  filter: deviceFilter.optional(),
  presence: z.array(z.enum(PRESENCES)).max(PRESENCES.length),
}
const entry = z.strictObject({
  name: z.string().max(ENTRY_LIMITS.name),
  description: z.string().max(ENTRY_LIMITS.description),
  location: z.string().max(ENTRY_LIMITS.location),
  tags: z.array(z.string().max(ENTRY_LIMITS.tag)).max(ENTRY_LIMITS.tags),
  notes: z.string().max(ENTRY_LIMITS.notes),
})

export const devicesRoutes = {
  /** Returns devices of the active connection; empty without one. Throws `FILTER_INVALID`. */
  'devices.queryWindow': route<DeviceWindow>()(
    z.strictObject({
      ...selection,
      sort: z.strictObject({ by: z.enum(DEVICE_SORTS), isDescending: z.boolean() }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Returns the ids of all matches, in order, at most `TARGETS_MAX`. Throws `FILTER_INVALID`. */
  'devices.matching': route<MatchingDevices>()(z.strictObject(selection)),
  /** Returns the chosen devices that are gone, and the number that a list does not show. Throws `FILTER_INVALID`. */
  'devices.checkChosen': route<ChosenCheck>()(z.strictObject({ connectionId, deviceIds, ...selection })),
  /** Counts devices by what can be somebody else's; one that is not known counts as unsigned. */
  'devices.signings': route<SigningCounts>()(z.strictObject({ connectionId, deviceIds })),
  'devices.get': route<DeviceDetail>()(z.strictObject(ref)),
  /** Returns the names that the operator gave; devices without one are left out. */
  'devices.names': route<readonly { readonly deviceId: string; readonly name: string }[]>()(
    z.strictObject({ connectionId, deviceIds: z.array(deviceId).max(DEVICE_NAMES_MAX) }),
  ),
  /** Sets the system of devices; null unsets it. Throws `NOT_FOUND` and sets none if one is unknown. */
  'devices.setSystem': route<null>()(
    z.strictObject({
      connectionId,
      deviceIds: z.array(deviceId).min(1).max(10_000),
      system: z.enum(DEVICE_SYSTEMS).nullable(),
    }),
  ),
  /** Replaces the entry of a device. */
  'devices.edit': route<DeviceDetail>()(z.strictObject({ ...ref, entry })),
  /** Adds a device by hand to the active connection. Throws `DEVICE_EXISTS`, `NOT_CONNECTED` without a connection. */
  'devices.add': route<DeviceDetail>()(z.strictObject({ deviceId, entry })),
  'devices.forget': route<null>()(z.strictObject(ref)),
  'devices.series': route<DeviceSeries>()(z.strictObject({ ...ref, span: z.enum(CHART_SPANS) })),
  /** Returns the latest messages of a device, newest first, and keeps them longer from then on. */
  'devices.raw': route<readonly RawMessage[]>()(z.strictObject(ref)),
  /** Returns the latest commands sent to a device, newest first. */
  'devices.commands': route<readonly DeviceCommand[]>()(z.strictObject(ref)),
  /** Saves the devices of the active connection through a dialog of main; null when it was cancelled. */
  'devices.export': route<{ readonly path: string; readonly count: number } | null>()(
    z.strictObject({ format: z.enum(['csv', 'json']) }),
  ),
  /** Reads a CSV or JSON file chosen in a dialog of main; null when it was cancelled. Throws `IMPORT_INVALID`. */
  'devices.import': route<ImportOutcome | null>()(z.strictObject({})),
}
