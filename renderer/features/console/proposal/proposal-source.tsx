import { IconBook2, IconCpu, IconKeyboard, IconListCheck } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal, ProposalSource } from '../../../../preload/contract/models/commands/command.ts'
import classes from './card.module.css'

const ICONS: Readonly<Record<ProposalSource['kind'], ComponentType<{ size?: number; 'aria-hidden'?: boolean }>>> = {
  typed: IconKeyboard,
  phrasebook: IconBook2,
  model: IconCpu,
  runbook: IconListCheck,
}

/** Names the source of a text: the operator, the offline phrasebook with its intent, a model by name. */
export function SourceText({ source }: { readonly source: ProposalSource }) {
  const { t } = useTranslation('console')
  const key = source.name === '' ? `sourceKind.${source.kind}` : `source.${source.kind}`
  const Icon = ICONS[source.kind]
  return (
    <span className={classes.sourceBadge} data-kind={source.kind}>
      <Icon size={13} aria-hidden />
      {t(key, { name: source.name })}
    </span>
  )
}

export function ProposalSourceText({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('console')
  return (
    <>
      <SourceText source={proposal.source} />
      {proposal.isEdited && <span className={classes.tag}>{t('proposal.edited')}</span>}
      {proposal.isFromDeviceOutput && (
        <span className={classes.tag} data-warn title={t('proposal.fromOutputHint')}>
          {t('proposal.fromOutput')}
        </span>
      )}
    </>
  )
}
