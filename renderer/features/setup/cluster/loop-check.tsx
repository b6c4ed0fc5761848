import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { IconRefreshAlert } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BridgeCheck, BridgeText } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { localized, sentences } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../setup.module.css'
import type { Wizard } from '../use-wizard.ts'
import { draftOf } from '../wizard-state.ts'

/** Takes the configuration of bridges that exist already, and looks whether messages would go in a circle. */
export function LoopCheck({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const [isOpen, setIsOpen] = useState(false)
  const hosts = [...new Set(wizard.values.plan.hosts.map((host) => host.trim()).filter((host) => host !== ''))]
  if (!isOpen) {
    return (
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefreshAlert size={14} aria-hidden />}
          onClick={() => setIsOpen(true)}
        >
          {t('loops.open')}
        </Button>
      </div>
    )
  }
  return (
    <section aria-labelledby="setup-loops">
      <h3 id="setup-loops" className={classes.subheading}>
        {t('loops.title')}
      </h3>
      <Text size="sm" c="dimmed">
        {t('loops.hint')}
      </Text>
      {hosts.length === 0 ? (
        <StateLine tone="info">{t('loops.noHosts')}</StateLine>
      ) : (
        <LoopForm wizard={wizard} hosts={hosts} />
      )}
    </section>
  )
}

function LoopForm({ wizard, hosts }: { readonly wizard: Wizard; readonly hosts: readonly string[] }) {
  const { t, i18n } = useTranslation('setup')
  const [chosen, setChosen] = useState(hosts[0] ?? '')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [result, setResult] = useState<BridgeCheck | null>(null)
  const on = hosts.includes(chosen) ? chosen : (hosts[0] ?? '')
  const check = useAction(async () => {
    const { plan } = draftOf(wizard.values)
    const given: BridgeText[] = hosts.map((host) => ({ on: host, text: texts[host] ?? '' }))
    setResult(await request('setup.checkBridges', { plan, texts: given }))
  })
  return (
    <Stack gap="sm" mt="xs">
      <NativeSelect
        label={t('loops.on')}
        name="setup-loops-on"
        maw="24rem"
        data={[...hosts]}
        value={on}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Textarea
        label={t('loops.text', { host: on })}
        description={t('loops.textHint')}
        name="setup-loops-text"
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.75rem' } }}
        value={texts[on] ?? ''}
        onChange={(event) => {
          setTexts({ ...texts, [on]: event.currentTarget.value })
          setResult(null)
        }}
      />
      <div>
        <Button size="xs" variant="light" loading={check.isRunning} onClick={() => check.run()}>
          {t('loops.check')}
        </Button>
      </div>
      <div role="status">
        {result !== null && result.findings.length === 0 && (
          <StateLine tone="ok">{t('loops.none', { count: result.bridges })}</StateLine>
        )}
        {result?.findings.map(({ cause, fix }) => (
          <StateLine key={cause.en} tone="bad">
            {sentences([localized(cause, i18n.language), localized(fix, i18n.language)], i18n.language)}
          </StateLine>
        ))}
      </div>
    </Stack>
  )
}
