import { Button, Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TARGETS_MAX } from '../../../../preload/contract/models/device.ts'
import { SAVED_FILTERS } from '../../../../preload/contract/models/limits.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { isIdList } from '../../../lib/split-ids.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import { MoreDevices } from './more-devices.tsx'
import type { LeftOver } from './run-targets.ts'
import { readTargetOption, TargetOptions } from './target-options.tsx'
import classes from './target-picker.module.css'
import { type Targets, type TargetsUpdate, targetsOf, toggleTarget, withoutTarget } from './target-state.ts'
import { useTargetActions } from './use-target-actions.ts'

const CHIPS_MAX = 6
/** Unknown ids that are named; the others are counted. */
const UNKNOWN_MAX = 3

interface TargetPickerProps {
  readonly targets: Targets
  readonly onChange: (update: TargetsUpdate) => void
  /** What the latest run left. */
  readonly left: readonly LeftOver[]
  /** Called when the operator has chosen and goes on. */
  readonly onDone: () => void
  readonly fieldRef: RefObject<HTMLInputElement | null>
}

/** Chooses the devices of the next request: one by one, by filter, or by a pasted list of ids. */
export function TargetPicker({ targets, onChange, left, onDone, fieldRef }: TargetPickerProps) {
  const { t } = useTranslation('console')
  const { connectionId, deviceIds } = targets
  const remove = (id: string) => onChange((now) => withoutTarget(now, id))
  return (
    <div className={classes.picker}>
      <TargetField targets={targets} onChange={onChange} left={left} onDone={onDone} fieldRef={fieldRef} />
      <MoreDevices connectionId={connectionId} deviceIds={deviceIds} shown={CHIPS_MAX} onRemove={remove} />
      <ChosenPresence targets={targets} />
      {deviceIds.length > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange((now) => targetsOf(now.connectionId))}
        >
          {t('picker.clear')}
        </Button>
      )}
      <TargetNotes targets={targets} />
    </div>
  )
}

/** Holds the first chips, and the text field that the list of devices opens from. */
function TargetField({ targets, onChange, left, onDone, fieldRef }: TargetPickerProps) {
  const { t } = useTranslation('console')
  const { connectionId, deviceIds } = targets
  const [search, setSearch] = useState('')
  const { addFilter, addLeft, addList } = useTargetActions(connectionId, onChange)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
  })
  const choose = (value: string): void => {
    const option = readTargetOption(value)
    if (option.kind === 'device') onChange((now) => toggleTarget(now, option.text))
    else {
      if (option.kind === 'filter') addFilter(option.text)
      else addLeft(option.turnId, option.kind)
      setSearch('')
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const last = deviceIds.at(-1)
    if (event.key === 'Backspace' && search === '' && last !== undefined) {
      event.preventDefault()
      onChange((now) => withoutTarget(now, last))
    } else if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault()
      if (search === '' && deviceIds.length > 0) onDone()
    } else if (event.key === 'Escape') onDone()
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!isIdList(text)) return
    event.preventDefault()
    addList(text)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start" width={380} shadow="md" offset={6}>
      <Combobox.DropdownTarget>
        <PillsInput
          size="xs"
          className={classes.input ?? ''}
          disabled={connectionId === null}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group gap={4}>
            {deviceIds.slice(0, CHIPS_MAX).map((id) => (
              <Pill
                key={id}
                withRemoveButton
                className={classes.pill ?? ''}
                removeButtonProps={{ 'aria-label': t('target.remove', { id }), 'aria-hidden': false }}
                onRemove={() => onChange((now) => withoutTarget(now, id))}
              >
                <DeviceLabel deviceId={id} />
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                ref={fieldRef}
                aria-label={t('target.label')}
                placeholder={deviceIds.length === 0 ? t('target.choose') : ''}
                className={classes.field ?? ''}
                disabled={connectionId === null}
                maxLength={SAVED_FILTERS.maxChars}
                spellCheck={false}
                value={search}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setSearch(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onKeyDown={onKeyDown}
                onPaste={onPaste}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        {combobox.dropdownOpened && (
          <TargetOptions
            search={search}
            chosen={deviceIds}
            left={left}
            onLoaded={() => combobox.updateSelectedOptionIndex()}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The presence of the one device chosen, in words; of several only their number. */
function ChosenPresence({ targets: { connectionId, deviceIds } }: { readonly targets: Targets }) {
  const { t } = useTranslation('console')
  const { details } = useDeviceDetails(connectionId, deviceIds)
  const [first] = deviceIds
  if (first === undefined) return null
  if (deviceIds.length > 1)
    return <span className={classes.evidence}>{t('target.count', { count: deviceIds.length })}</span>
  const detail = details.get(first)
  if (detail === undefined) return null
  if (detail === null) return <span className={classes.evidence}>{t('target.unknown')}</span>
  return (
    <span className={classes.presence}>
      <StateBadge kind="presence" state={detail.presence} />
      <span className={classes.evidence}>
        <EvidenceText evidence={detail.evidence} />
      </span>
    </span>
  )
}

/** Names what was not taken in. */
function TargetNotes({ targets: { unknown, isFull } }: { readonly targets: Targets }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const ids = unknown.slice(0, UNKNOWN_MAX).join(', ')
  const more = unknown.length - UNKNOWN_MAX
  return (
    <span className={classes.notes} role="status">
      {unknown.length > 0 &&
        (more > 0 ? t('picker.unknownMore', { ids, number: format.number(more) }) : t('picker.unknown', { ids }))}
      {isFull && t('picker.tooMany', { number: format.number(TARGETS_MAX) })}
    </span>
  )
}
