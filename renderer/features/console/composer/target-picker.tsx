import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { plainNumber } from '../../../components/words/formatters.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import { SimulatedBadge } from '../../devices/table/device-marks.tsx'
import { EvidenceText } from '../../devices/table/evidence-text.tsx'
import { useDeviceWindow } from '../../devices/table/use-device-window.ts'
import classes from './target-picker.module.css'

const OPTIONS_MAX = 50
const REFRESH_GAP_MS = 1000
const CHIPS_MAX = 6

interface TargetPickerProps {
  readonly connectionId: string | null
  readonly deviceIds: readonly string[]
  readonly onChange: (deviceIds: readonly string[]) => void
  /** Called when a device was chosen from the list. */
  readonly onChosen: () => void
}

/** Chooses the device that the next request is for, and shows whether it is there. */
export function TargetPicker({ connectionId, deviceIds, onChange, onChosen }: TargetPickerProps) {
  const { t, i18n } = useTranslation('console')
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
  })
  const choose = (deviceId: string): void => {
    onChange([deviceId])
    combobox.closeDropdown()
    onChosen()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Backspace' && search === '' && deviceIds.length > 0) {
      event.preventDefault()
      onChange(deviceIds.slice(0, -1))
    }
  }
  const more = deviceIds.length - CHIPS_MAX
  return (
    <div className={classes.picker}>
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
                  onRemove={() => onChange(deviceIds.filter((other) => other !== id))}
                >
                  {id}
                </Pill>
              ))}
              {more > 0 && <Pill>{t('moreDevices', { count: more, number: plainNumber(more, i18n.language) })}</Pill>}
              <Combobox.EventsTarget withExpandedAttribute>
                <PillsInput.Field
                  aria-label={t('target.label')}
                  placeholder={deviceIds.length === 0 ? t('target.choose') : ''}
                  className={classes.field ?? ''}
                  disabled={connectionId === null}
                  maxLength={64}
                  value={search}
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => combobox.closeDropdown()}
                  onChange={(event) => {
                    setSearch(event.currentTarget.value)
                    combobox.openDropdown()
                    combobox.updateSelectedOptionIndex()
                  }}
                  onKeyDown={onKeyDown}
                />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown>
          {combobox.dropdownOpened && (
            <TargetOptions search={search} chosen={deviceIds} onLoaded={() => combobox.updateSelectedOptionIndex()} />
          )}
        </Combobox.Dropdown>
      </Combobox>
      <ChosenPresence connectionId={connectionId} deviceIds={deviceIds} />
    </div>
  )
}

interface TargetOptionsProps {
  readonly search: string
  readonly chosen: readonly string[]
  readonly onLoaded: () => void
}

function TargetOptions({ search, chosen, onLoaded }: TargetOptionsProps) {
  const { t, i18n } = useTranslation('console')
  const [text] = useDebouncedValue(search.trim(), 120)
  const query = useMemo(
    () => ({ text, presence: [], sort: { by: 'id' as const, isDescending: false }, offset: 0, limit: OPTIONS_MAX }),
    [text],
  )
  const { window, isLoaded } = useDeviceWindow(query, REFRESH_GAP_MS)
  useEffect(() => {
    if (isLoaded) onLoaded()
  }, [isLoaded, onLoaded])
  const number = plainNumber(window.total, i18n.language)
  return (
    <>
      <Combobox.Options mah={260} className={classes.options ?? ''} aria-label={t('target.label')}>
        {window.rows.map((row) => (
          <Combobox.Option key={row.deviceId} value={row.deviceId} active={chosen.includes(row.deviceId)}>
            <span className={classes.option}>
              <span className={classes.id}>{row.deviceId}</span>
              {row.isSimulated && <SimulatedBadge />}
              <span className={classes.host}>{row.hostname ?? row.ipAddress}</span>
              <StateBadge kind="presence" state={row.presence} />
            </span>
          </Combobox.Option>
        ))}
        {isLoaded && window.total === 0 && (
          <Combobox.Empty>{t(text === '' ? 'target.none' : 'target.noMatch')}</Combobox.Empty>
        )}
      </Combobox.Options>
      {window.total > window.rows.length && (
        <Combobox.Footer>
          <span className={classes.more}>{t('target.more', { count: window.rows.length, number })}</span>
        </Combobox.Footer>
      )}
    </>
  )
}

/** The presence of the one device chosen, in words; of several only their number. */
function ChosenPresence({ connectionId, deviceIds }: Pick<TargetPickerProps, 'connectionId' | 'deviceIds'>) {
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
