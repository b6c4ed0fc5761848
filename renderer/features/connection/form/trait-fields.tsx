import { Button, Collapse, NativeSelect, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import {
  DOTS_IN_TOPICS,
  RETAINED_REPLAYS,
  SYS_DIALECTS,
  type TraitChanges,
} from '../../../../preload/contract/models/broker/broker-character.ts'

const LIMITS = [
  { trait: 'inFlight', min: 1, max: 65_535 },
  { trait: 'packetBytes', min: 256, max: 268_435_460 },
  { trait: 'filtersPerSubscribe', min: 1, max: 1_000 },
  // The console itself listens to six topics, and asks by one more.
  { trait: 'filtersPerConnection', min: 7, max: 100_000 },
] as const
const ANSWERS = [
  'deliversOnce',
  'sharesReadings',
  'closesOnRefusal',
  'isSlowAtQos1',
  'tiesIdToNode',
  'ignoresExpiry',
] as const

/** The rest of what is known of a broker, for an operator who knows it better. Folded while nothing of it is set. */
export function TraitFields({
  changes,
  onChange,
}: {
  readonly changes: TraitChanges
  readonly onChange: (changes: TraitChanges) => void
}) {
  const { t } = useTranslation('connection')
  const [isOpen, { toggle }] = useDisclosure(hasAny(changes))
  return (
    <Stack gap="xs" align="stretch">
      <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={isOpen} style={{ alignSelf: 'start' }}>
        {t(isOpen ? 'character.traits.less' : 'character.traits.more')}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('character.traits.hint')}
          </Text>
          <TraitSelect
            label={t('character.traits.retained.label')}
            value={changes.retained}
            options={RETAINED_REPLAYS.map((value) => ({ value, label: t(`character.traits.retained.${value}`) }))}
            onChange={(retained) => onChange({ retained })}
          />
          <TraitSelect
            label={t('character.traits.dots.label')}
            value={changes.dots}
            options={DOTS_IN_TOPICS.map((value) => ({ value, label: t(`character.traits.dots.${value}`) }))}
            onChange={(dots) => onChange({ dots })}
          />
          <SimpleGrid cols={2} spacing="sm">
            {LIMITS.map(({ trait, min, max }) => (
              <NumberInput
                key={trait}
                label={t(`character.traits.${trait}`)}
                placeholder={t('character.traits.known')}
                {...{ min, max }}
                clampBehavior="blur"
                allowDecimal={false}
                allowNegative={false}
                hideControls
                value={changes[trait] ?? ''}
                onChange={(value) => onChange({ [trait]: typeof value === 'number' && value >= 1 ? value : undefined })}
              />
            ))}
          </SimpleGrid>
          {ANSWERS.map((trait) => (
            <TraitSelect
              key={trait}
              label={t(`character.traits.${trait}`)}
              value={changes[trait]}
              options={[
                { value: true, label: t('character.traits.yes') },
                { value: false, label: t('character.traits.no') },
              ]}
              onChange={(value) => onChange({ [trait]: value })}
            />
          ))}
          <TraitSelect
            label={t('character.traits.sys')}
            value={changes.sys}
            options={[
              ...SYS_DIALECTS.map((value) => ({ value, label: t(`character.kinds.${value}`) })),
              { value: null, label: t('character.traits.noSys') },
            ]}
            onChange={(sys) => onChange({ sys })}
          />
        </Stack>
      </Collapse>
    </Stack>
  )
}

/** A choice between what is known (undefined) and values of a trait. */
function TraitSelect<Value extends string | boolean | null>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value | undefined) => void
}) {
  const { t } = useTranslation('connection')
  return (
    <NativeSelect
      label={label}
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget }) =>
        onChange(options.find((one) => String(one.value) === currentTarget.value)?.value)
      }
      data={[
        { value: '', label: t('character.traits.known') },
        ...options.map((one) => ({ value: String(one.value), label: one.label })),
      ]}
    />
  )
}

function hasAny({ messagesPerS: _limit, hasOneSession: _one, ...others }: TraitChanges): boolean {
  return Object.values(others).some((value) => value !== undefined)
}
