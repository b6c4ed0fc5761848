import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { SetupPrepared, SetupProblem, SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import { request } from '../../../lib/api.ts'
import { splitIds } from '../../../lib/split-ids.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useProblemWords } from '../problem-words.tsx'
import { LoadSetupKey } from './setup-ca-key.tsx'

interface AddDevicesProps {
  readonly view: SetupView
  readonly onAdded: (devices: readonly string[], review: NonNullable<SetupPrepared['review']>) => void
  readonly onCancel: () => void
}

/** Asks for the ids of further devices of a kept set-up, and makes their logins and kits. */
export function AddDevices({ view, onAdded, onCancel }: AddDevicesProps) {
  const { t } = useTranslation(['setup', 'shell'])
  const { id, plan } = view
  const [typed, setTyped] = useState('')
  const [problems, setProblems] = useState<readonly SetupProblem[]>([])
  const [needsKey, setNeedsKey] = useState(false)
  const words = useProblemWords(problems)
  const add = useAction(
    async () => {
      const devices = splitIds(typed)
      const prepared = await request('setup.addDevices', { id, devices: [...devices] })
      if (prepared.review === null) setProblems(prepared.problems)
      else onAdded(devices, prepared.review)
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'CA_KEY_MISSING') return false
      setNeedsKey(true)
      return true
    },
  )
  const isEmpty = splitIds(typed).length === 0
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('addDevices.title', { name: plan.name })}
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) add.run()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('addDevices.ids')}
            description={t('addDevices.hint')}
            name="setup-new-devices"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setProblems([])
            }}
            error={
              problems.length === 0
                ? undefined
                : (words('devices') ?? words('passwords') ?? words(problems[0]?.field ?? 'devices'))
            }
            spellCheck={false}
            data-autofocus
          />
          <Text size="sm">{t(plan.platform === 'builtin' ? 'addDevices.textBuiltIn' : 'addDevices.text')}</Text>
          {needsKey && (
            <LoadSetupKey
              id={id}
              onLoaded={() => {
                setNeedsKey(false)
                add.run()
              }}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" disabled={isEmpty} loading={add.isRunning}>
              {t('addDevices.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
