import { useTranslation } from 'react-i18next'
import type { BrokerTraits, CharacterView } from '../../../preload/contract/models/broker/broker-character.ts'
import { byteWords } from '../../components/words/byte-words.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useFormat } from '../../lib/use-format.ts'
import classes from './broker.module.css'

/** Says in sentences which broker this is, how that is known, and what it leaves out. */
export function CharacterPanel() {
  const character = useAppState((state) => state.connection.character)
  const shared = useAppState((state) => state.connection.readingConnections ?? 0)
  return character ? <Character character={character} shared={shared} /> : null
}

interface CharacterProps {
  readonly character: CharacterView
  /** Connections that share the readings. */
  readonly shared: number
}

function Character({ character: { kind, by, traits }, shared }: CharacterProps) {
  const { t } = useTranslation('broker')
  const sentences = useSentences(traits)
  return (
    <section className={classes.panel} aria-label={t('character.label')} data-testid="broker-character">
      <p className={classes.text}>
        {kind === 'unknown' && by !== 'operator'
          ? t('character.unknown')
          : `${t(`connection:character.kinds.${kind}`)} · ${t(`character.known.${by}`)}`}
      </p>
      <ul className={classes.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {shared > 0 && <li>{t('character.shared', { count: shared })}</li>}
      </ul>
    </section>
  )
}

function useSentences(traits: BrokerTraits): readonly string[] {
  const { t, i18n } = useTranslation('broker')
  const format = useFormat()
  const { retained, messagesPerS, inFlight, packetBytes, hasOneSession, dots, closesOnRefusal, sys } = traits
  return [
    t(`character.retained.${retained}`),
    messagesPerS !== null && t('character.messagesPerS', { number: format.number(messagesPerS) }),
    inFlight !== null && t('character.inFlight', { number: format.number(inFlight) }),
    packetBytes !== null && t('character.packetBytes', { size: byteWords(packetBytes, i18n.language) }),
    hasOneSession && t('character.oneSession'),
    dots !== 'plain' && t(`character.dots.${dots}`),
    closesOnRefusal && t('character.closes'),
    sys === null && t('character.noSys'),
  ].filter((sentence) => sentence !== false)
}
