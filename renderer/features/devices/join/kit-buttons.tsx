import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import type { Form } from '../../../lib/use-form.ts'
import { brokerErrors, brokerOf, type JoinDraft, type JoinErrors } from './join-draft.ts'

interface KitButtonsProps {
  readonly form: Form<JoinDraft>
  /** Shows what is wrong at the fields; true if something is. */
  readonly onRefused: (errors: JoinErrors) => boolean
}

/** The way without a network: a folder for each device, carried there on a stick or a card. */
export function KitButtons({ form, onRefused }: KitButtonsProps) {
  const { t } = useTranslation('joining')
  const [ids, setIds] = useState('')
  const deviceIds = [...new Set(ids.split(/[\s,;]+/).filter((id) => id !== ''))]
  const save = useAction(async (as: 'folder' | 'zip') => {
    const draft = form.getValues()
    if (onRefused(brokerErrors(draft))) return
    const saved = await request('joining.saveKit', { deviceIds, broker: brokerOf(draft), maxClass: draft.maxClass, as })
    if (saved !== null) showDone(t('kit.saved', { path: saved.path }))
  })
  return (
    <Popover position="top-end" width={340} withinPortal>
      <Popover.Target>
        <Button variant="subtle" leftSection={<IconUsb size={16} aria-hidden />}>
          {t('kit.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{t('kit.text')}</Text>
          <TextInput
            label={t('kit.ids')}
            placeholder="pi-1 pi-2"
            value={ids}
            onChange={(event) => setIds(event.currentTarget.value)}
          />
          <Group gap="xs">
            {(['folder', 'zip'] as const).map((as) => (
              <Button
                key={as}
                size="compact-sm"
                variant="default"
                disabled={deviceIds.length === 0}
                loading={save.isRunning}
                onClick={() => save.run(as)}
              >
                {t(`kitAs.${as}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
