import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { SetupPrepared, SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { LoadSetupKey } from './setup-ca-key.tsx'

interface TakeOutDeviceProps {
  readonly view: SetupView
  readonly isOpen: boolean
  readonly onTakenOut: (device: string, prepared: SetupPrepared) => void
  readonly onCancel: () => void
}

/** Asks which device a kept set-up is to refuse from now on, and says what that means before it is done. */
export function TakeOutDevice({ view, isOpen, onTakenOut, onCancel }: TakeOutDeviceProps) {
  const { t } = useTranslation(['setup', 'shell'])
  const { id, plan } = view
  const [device, setDevice] = useState<string | null>(null)
  const [needsKey, setNeedsKey] = useState(false)
  const takeOut = useAction(
    async (chosen: string) => {
      const prepared = await request('setup.takeOut', { id, device: chosen })
      setDevice(null)
      setNeedsKey(false)
      onTakenOut(chosen, prepared)
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'CA_KEY_MISSING') return false
      setNeedsKey(true)
      return true
    },
  )
  const effect = `takeOut.effect.${plan.platform === 'builtin' ? 'builtin' : plan.mode}` as const
  return (
    <Modal
      opened={isOpen}
      onClose={onCancel}
      title={t('takeOut.title', { name: plan.name })}
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="md">
        <Select
          label={t('takeOut.device')}
          name="take-out-device"
          data={[...plan.devices]}
          value={device}
          onChange={setDevice}
          searchable
          data-autofocus
          nothingFoundMessage={t('takeOut.none')}
          comboboxProps={{ zIndex: 310 }}
        />
        <Text size="sm">{t(effect)}</Text>
        {needsKey && device !== null && <LoadSetupKey id={id} onLoaded={() => takeOut.run(device)} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('shell:cancel')}
          </Button>
          <Button
            color="red"
            disabled={device === null}
            loading={takeOut.isRunning}
            onClick={() => device !== null && takeOut.run(device)}
          >
            {t('takeOut.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
