import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
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
  /** `site` is theirs where sites are bridged to a centre, else null. */
  readonly onAdded: (
    devices: readonly string[],
    site: string | null,
    review: NonNullable<SetupPrepared['review']>,
  ) => void
  readonly onCancel: () => void
}

/** Asks for the ids of further devices of a kept set-up, and makes their logins and kits. */
export function AddDevices({ view, onAdded, onCancel }: AddDevicesProps) {
  const { t } = useTranslation(['setup', 'shell'])
  const { id, plan } = view
  const [typed, setTyped] = useState('')
  const [problems, setProblems] = useState<readonly SetupProblem[]>([])
  const sites = plan.cluster === 'bridges' ? plan.hosts.slice(1) : []
  const [site, setSite] = useState(sites[0] ?? null)
  const [needsKey, setNeedsKey] = useState(false)
  const words = useProblemWords(problems)
  const add = useAction(
    async () => {
      const devices = splitIds(typed)
      const prepared = await request('setup.addDevices', {
        id,
        devices: [...devices],
        ...(site === null ? {} : { site }),
      })
      if (prepared.review === null) setProblems(prepared.problems)
      else onAdded(devices, site, prepared.review)
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
          {site !== null && <SiteSelect sites={sites} value={site} onChange={setSite} />}
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
          <Buttons isEmpty={isEmpty} isBusy={add.isRunning} onCancel={onCancel} />
        </Stack>
      </form>
    </Modal>
  )
}

interface SiteSelectProps {
  readonly sites: readonly string[]
  readonly value: string
  readonly onChange: (site: string) => void
}

function SiteSelect({ sites, value, onChange }: SiteSelectProps) {
  const { t } = useTranslation('setup')
  return (
    <NativeSelect
      label={t('sites.site')}
      name="setup-new-site"
      data={[...sites]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface ButtonsProps extends Pick<AddDevicesProps, 'onCancel'> {
  readonly isEmpty: boolean
  readonly isBusy: boolean
}

function Buttons({ isEmpty, isBusy, onCancel }: ButtonsProps) {
  const { t } = useTranslation(['setup', 'shell'])
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {t('shell:cancel')}
      </Button>
      <Button type="submit" disabled={isEmpty} loading={isBusy}>
        {t('addDevices.confirm')}
      </Button>
    </Group>
  )
}
