import { Button, Checkbox, Group, Input, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import type { Form } from '../../../lib/use-form.ts'
import classes from './join.module.css'
import type { JoinDraft } from './join-draft.ts'

interface LoginFieldsProps {
  readonly form: Form<JoinDraft>
  /** User of the login in the secret store; null for none. */
  readonly keptUser: string | null
}

/** The login for SSH, one for all devices. */
export function LoginFields({ form, keptUser }: LoginFieldsProps) {
  const { t } = useTranslation('joining')
  const { login } = form.values
  const kinds = (['password', 'key', ...(keptUser === null ? [] : (['kept'] as const))] as const).map((value) => ({
    value,
    label: t(`loginKind.${value}`),
  }))
  return (
    <fieldset className={classes.group}>
      <legend>{t('login.title')}</legend>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('login.title')}
          data={kinds}
          value={login}
          onChange={(value) => form.set('login', kinds.find((kind) => kind.value === value)?.value ?? 'password')}
        />
        {login === 'kept' ? (
          <Kept user={keptUser ?? ''} onForgotten={() => form.set('login', 'password')} />
        ) : (
          <>
            <div className={classes.pair}>
              <TextInput label={t('user')} placeholder="pi" autoComplete="off" required {...form.field('user')} />
              {login === 'password' ? <Secret form={form} name="password" isRequired /> : <KeyFile form={form} />}
            </div>
            <div className={classes.pair}>
              {login === 'key' && <Secret form={form} name="passphrase" />}
              <Secret form={form} name="sudoPassword" />
            </div>
            <Checkbox label={t('keepsLogin')} {...form.checkbox('keepsLogin')} />
          </>
        )}
      </Stack>
    </fieldset>
  )
}

interface SecretProps {
  readonly form: Form<JoinDraft>
  readonly name: 'password' | 'passphrase' | 'sudoPassword' | 'brokerPassword'
  readonly isRequired?: boolean
}

/** A secret that is typed and handed to main. */
export function Secret({ form, name, isRequired = false }: SecretProps) {
  const { t } = useTranslation('joining')
  return (
    <PasswordInput
      label={t(`secret.${name}`)}
      name={`joining-${name}`}
      autoComplete="off"
      required={isRequired}
      placeholder={name === 'sudoPassword' ? t('secret.sudoPlaceholder') : ''}
      visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
      {...form.field(name)}
    />
  )
}

function KeyFile({ form }: { readonly form: Form<JoinDraft> }) {
  const { t } = useTranslation('joining')
  const choose = useAction(async () => {
    const file = await request('joining.chooseKey', {})
    if (file !== null) form.set('keyName', file.name)
  })
  return (
    <Input.Wrapper label={t('keyFile')} error={form.errors.keyName} required labelElement="div">
      <Group gap="sm" mt={2}>
        <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={choose.run}>
          {t('chooseKey')}
        </Button>
        <Text size="sm">{form.values.keyName}</Text>
      </Group>
    </Input.Wrapper>
  )
}

function Kept({ user, onForgotten }: { readonly user: string; readonly onForgotten: () => void }) {
  const { t } = useTranslation('joining')
  const forget = useAction(async () => {
    await request('joining.forgetLogin', {})
    onForgotten()
  })
  return (
    <Group gap="sm">
      <Text size="sm">{t('login.keptAs', { user })}</Text>
      <Button size="compact-sm" variant="default" loading={forget.isRunning} onClick={forget.run}>
        {t('login.forget')}
      </Button>
    </Group>
  )
}
