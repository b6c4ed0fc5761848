import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SAVED_FILTERS } from '../../../../preload/contract/models/limits.ts'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { isIdList } from '../../../lib/split-ids.ts'
import type { LeftOver } from './run-targets.ts'
import { readTargetOption, TargetOptions } from './target-options.tsx'
import classes from './target-picker.module.css'
import { type Targets, type TargetsUpdate, toggleTarget, withoutTarget } from './target-state.ts'
import { useTargetActions } from './use-target-actions.ts'

/** Devices that are shown as chips; the others are counted. */
export const CHIPS_MAX = 6

/** Room for a name, its id and its state in one line, in a narrow window as much as there is. */
const LIST_WIDTH = 'min(560px, calc(100vw - 96px))'

export interface TargetFieldProps {
  readonly targets: Targets
  readonly onChange: (update: TargetsUpdate) => void
  /** What the latest run left. */
  readonly left: readonly LeftOver[]
  /** Called when the operator has chosen and goes on. */
  readonly onDone: () => void
  readonly fieldRef: RefObject<HTMLInputElement | null>
}

/** Holds the first chips, and the text field that the list of devices opens from. */
export function TargetField({ targets, onChange, left, onDone, fieldRef }: TargetFieldProps) {
  const { t } = useTranslation('console')
  const { connectionId, deviceIds } = targets
  const { combobox, search, write, choose, onKeyDown, onPaste } = useTargetField({ targets, onChange, onDone })
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start" width={LIST_WIDTH} shadow="md" offset={6}>
      <Combobox.DropdownTarget>
        <PillsInput
          size="xs"
          className={classes.input ?? ''}
          disabled={connectionId === null}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group gap={4}>
            <Chips deviceIds={deviceIds} onRemove={(id) => onChange((now) => withoutTarget(now, id))} />
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
                onChange={(event) => write(event.currentTarget.value)}
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

type FieldProps = Pick<TargetFieldProps, 'targets' | 'onChange' | 'onDone'>

/** What is typed, pasted and picked in the field. */
function useTargetField({ targets: { connectionId, deviceIds }, onChange, onDone }: FieldProps) {
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
  const write = (text: string): void => {
    setSearch(text)
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  return { combobox, search, write, choose, onKeyDown, onPaste }
}

function Chips({
  deviceIds,
  onRemove,
}: {
  readonly deviceIds: readonly string[]
  readonly onRemove: (id: string) => void
}) {
  const { t } = useTranslation('console')
  return deviceIds.slice(0, CHIPS_MAX).map((id) => (
    <Pill
      key={id}
      withRemoveButton
      className={classes.pill ?? ''}
      removeButtonProps={{ 'aria-label': t('target.remove', { id }), 'aria-hidden': false }}
      onRemove={() => onRemove(id)}
    >
      <DeviceLabel deviceId={id} />
    </Pill>
  ))
}
