import { Button, Text, TextInput } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../../lib/api.ts'
import { useAction } from '../../../../lib/use-action.ts'
import classes from '../profile-form.module.css'
import type { ProfileFormFields } from '../use-profile-form.ts'

/** The proxy of a company's network on the way to the broker, typed or as this computer's settings name it. */
export function ProxyField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const [isDirect, setIsDirect] = useState(false)
  const host = form.values.host.trim()
  const port = Number(form.values.port)
  const look = useAction(async () => {
    const found = await request('broker.systemProxy', { host, port })
    setIsDirect(found === null)
    if (found !== null) form.set('proxy', found)
  })
  return (
    <div>
      <TextInput
        label={t('form.proxy')}
        description={t('form.proxyHint')}
        name="proxy"
        spellCheck={false}
        autoCapitalize="none"
        placeholder="http://proxy.example:8080"
        {...form.field('proxy')}
      />
      <div className={classes.systemProxy}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDeviceDesktop size={15} aria-hidden />}
          loading={look.isRunning}
          disabled={host === '' || !Number.isInteger(port) || port < 1}
          onClick={look.run}
        >
          {t('form.systemProxy')}
        </Button>
        {isDirect && (
          <Text size="sm" c="dimmed" role="status">
            {t('form.noSystemProxy')}
          </Text>
        )}
      </div>
    </div>
  )
}
