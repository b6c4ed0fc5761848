import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ID_SEPARATORS } from '../../../lib/split-ids.ts'
import { useProblemWords } from '../problem-words.tsx'
import classes from '../setup.module.css'
import { TagField } from '../tag-field.tsx'
import type { Wizard } from '../use-wizard.ts'
import { devicesAt, withDevicesAt } from '../wizard-state.ts'

/** The devices of each site, which connect to its broker. */
export function SiteDevices({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const words = useProblemWords(wizard.problems)
  const { plan } = wizard.values
  const sites = plan.hosts.slice(1)
  const shown = new Set(sites.flatMap((site) => devicesAt(plan, site)))
  const homeless = plan.devices.filter((device) => !shown.has(device))
  return (
    <section aria-labelledby="setup-site-devices">
      <h3 id="setup-site-devices" className={classes.subheading}>
        {t('accounts.devices')}
      </h3>
      <Text size="sm" c="dimmed">
        {t('sites.devicesHint')}
      </Text>
      <Stack gap="sm" mt="xs">
        {sites.map((site) => {
          const own = devicesAt(plan, site)
          const errors = own.flatMap((id) => [...(words('devices', id) ?? []), ...(words('passwords', id) ?? [])])
          return (
            <TagField
              key={site}
              label={site}
              name={`setup-devices-${site}`}
              placeholder={t('accounts.devicesPlaceholder')}
              splitChars={ID_SEPARATORS}
              value={own}
              onChange={(found) => wizard.change((now) => withDevicesAt(now, site, found))}
              error={errors.length > 0 ? errors : undefined}
              clearLabel={t('sites.clearDevices', { site })}
            />
          )
        })}
        {homeless.length > 0 && (
          <TagField
            label={t('sites.homeless')}
            description={t('sites.homelessHint')}
            name="setup-devices-homeless"
            value={homeless}
            onChange={(found) =>
              wizard.change((now) => ({
                ...now,
                plan: { ...now.plan, devices: [...now.plan.devices.filter((id) => shown.has(id)), ...found] },
              }))
            }
            error={homeless.flatMap((id) => words('devices', id) ?? [])}
            clearLabel={t('accounts.clearDevices')}
          />
        )}
      </Stack>
    </section>
  )
}
