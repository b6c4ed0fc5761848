import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JoiningView, JoinSuggestion } from '../../../../preload/contract/models/devices/joining.ts'
import { POLICY_CLASSES } from '../../../../preload/contract/models/safety/signing.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import { BrokerFields } from './broker-fields.tsx'
import { connectInput, draftErrors, type JoinDraft, newDraft } from './join-draft.ts'
import { KitButtons } from './kit-buttons.tsx'
import { LoginFields } from './login-fields.tsx'
import { Scan } from './scan.tsx'

interface JoinFormProps {
  readonly suggestion: JoinSuggestion
  readonly scan: JoiningView['scan']
  readonly onView: (view: JoiningView) => void
}

/** Asks for addresses, login and broker; the next step only looks. */
export function JoinForm({ suggestion, scan, onView }: JoinFormProps) {
  const { t } = useTranslation('joining')
  const form = useForm<JoinDraft>(() => newDraft(suggestion))
  const refuse = (found: ReturnType<typeof draftErrors>): boolean => {
    const words = Object.entries(found).map(([field, error]) => [field, t(`error.${error}`)])
    form.setErrors(Object.fromEntries(words))
    return words.length > 0
  }
  const look = useAction(async () => {
    const draft = form.getValues()
    if (refuse(draftErrors(draft))) return
    onView(await request('joining.connect', connectInput(draft)))
  })
  const add = (address: string) =>
    form.set('addresses', [...new Set([...form.values.addresses.split(/[\s,;]+/), address])].join(' ').trim())
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        look.run()
      }}
    >
      <Stack gap="md">
        <Textarea
          label={t('addresses')}
          description={t('addressesText')}
          placeholder="raspberrypi.local 192.168.1.20"
          autosize
          maxRows={6}
          required
          {...form.field('addresses')}
        />
        <Scan networks={suggestion.networks} scan={scan} onView={onView} onChoose={add} />
        <LoginFields form={form} keptUser={suggestion.keptLogin?.user ?? null} />
        <BrokerFields form={form} suggestion={suggestion} />
        <Select
          label={t('runs.label')}
          description={t(`runs.hint.${form.values.maxClass}`)}
          data={POLICY_CLASSES.map((value) => ({ value, label: t(`runs.of.${value}`) }))}
          value={form.values.maxClass}
          allowDeselect={false}
          onChange={(value) => form.set('maxClass', POLICY_CLASSES.find((known) => known === value) ?? 'read')}
        />
        <Group justify="space-between">
          <Button type="submit" leftSection={<IconEye size={16} aria-hidden />} loading={look.isRunning}>
            {t('lookAt')}
          </Button>
          <KitButtons form={form} onRefused={refuse} />
        </Group>
      </Stack>
    </form>
  )
}
