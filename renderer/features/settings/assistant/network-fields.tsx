import { Button, Collapse, Stack, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/secret-field.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import type { Form } from '../../../lib/use-form.ts'
import { PemField } from '../../connection/form/trust/pem-field.tsx'
import { type AssistantDraft, isProxyLoginMoved } from './assistant-draft.ts'

/** Sets a company's proxy, and the authority that its TLS inspection signs with; messages about alerts use both too. */
export function NetworkFields({ form }: { readonly form: Form<AssistantDraft> }) {
  const { t } = useTranslation('settings')
  const { values: draft, errors } = form
  const saved = useAppState(({ assistant }) => assistant)
  const isMoved = isProxyLoginMoved(draft, saved)
  const [isWanted, setIsWanted] = useState(draft.proxyUrl !== '' || draft.ca !== '')
  const hasError = errors.proxyUrl ?? errors.proxyLogin ?? errors.ca
  const isOpen = isWanted || hasError !== undefined
  const id = useId()
  const errorOf = (field: 'proxyUrl' | 'proxyLogin' | 'ca') =>
    errors[field] ? t(`assistant.errors.${errors[field]}`) : undefined
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Icon size={15} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsWanted(!isOpen)}
      >
        {t('assistant.network')}
      </Button>
      <Collapse id={id} expanded={isOpen}>
        <Stack gap="md" pt="sm">
          <TextInput
            label={t('assistant.proxyUrl')}
            description={t('assistant.proxyUrlHint')}
            placeholder="http://proxy.example:3128"
            spellCheck={false}
            {...form.field('proxyUrl')}
            error={errorOf('proxyUrl')}
          />
          {draft.proxyUrl !== '' && (
            <SecretField
              label={t('assistant.proxyLogin')}
              description={t(isMoved ? 'assistant.proxyLoginElsewhere' : 'assistant.proxyLoginHint')}
              name="assistantProxyLogin"
              value={draft.proxyLogin}
              isStored={saved.hasProxyLogin === true && !isMoved}
              onChange={(proxyLogin) => form.set('proxyLogin', proxyLogin)}
              error={errorOf('proxyLogin')}
            />
          )}
          <PemField
            label={t('assistant.ca')}
            description={t('assistant.caHint')}
            chooseLabel={t('assistant.chooseCa')}
            name="assistantCa"
            value={draft.ca}
            onChange={(ca) => form.set('ca', ca ?? '')}
            error={errorOf('ca')}
            placeholder="-----BEGIN CERTIFICATE-----"
          />
        </Stack>
      </Collapse>
    </div>
  )
}
