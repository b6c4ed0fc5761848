import { Checkbox, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  BROKER_KINDS,
  type BrokerKind,
  type KnownCharacter,
  type TraitChanges,
} from '../../../../preload/contract/models/broker/broker-character.ts'
import { TraitFields } from './trait-fields.tsx'
import type { ProfileFormFields } from './use-profile-form.ts'

/** What the broker is and what it leaves out, where the operator knows better than the console. */
export function CharacterFields({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const { character } = form.values
  const choose = (kind: BrokerKind | '') =>
    form.set('character', kind === '' ? null : chosen(kind, character?.changes ?? {}))
  const change = (changes: TraitChanges) =>
    form.set('character', chosen(character?.kind ?? 'unknown', { ...character?.changes, ...changes }))
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('character.kind')}
        description={t('character.kindHint')}
        name="character"
        value={character?.kind ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value as BrokerKind | '')}
        data={[
          { value: '', label: t('character.auto') },
          ...BROKER_KINDS.map((kind) => ({ value: kind, label: t(`character.kinds.${kind}`) })),
        ]}
      />
      <NumberInput
        label={t('character.messagesPerS')}
        description={t('character.messagesPerSHint')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={character?.changes.messagesPerS ?? ''}
        onChange={(value) => change({ messagesPerS: typeof value === 'number' && value >= 1 ? value : undefined })}
      />
      <TextInput
        label={t('character.clientId')}
        description={t('character.clientIdHint')}
        name="clientId"
        spellCheck={false}
        autoCapitalize="none"
        {...form.field('clientId')}
      />
      <Checkbox
        label={t('character.hasOneSession')}
        description={t('character.hasOneSessionHint')}
        checked={character?.changes.hasOneSession === true}
        onChange={({ currentTarget }) => change({ hasOneSession: currentTarget.checked || undefined })}
      />
      <TraitFields changes={character?.changes ?? {}} onChange={change} />
    </Stack>
  )
}

function chosen(kind: BrokerKind, changes: TraitChanges): KnownCharacter {
  return { kind, by: 'operator', since: Date.now(), changes }
}
