import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../../lib/app-state.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { ConnectWizard } from '../wizard/connect-wizard.tsx'
import classes from './profile-form.module.css'
import { ProfileForm } from './profile-form.tsx'

/** The wizard for a new connection or the form of a saved one, beside whatever is shown. Asks before input is lost. */
export function ProfileDrawer() {
  const { t } = useTranslation('connection')
  const { editedProfile, closeProfile } = useNavigation()
  const profiles = useAppState((state) => state.profiles)
  const [isDirty, setIsDirty] = useState(false)
  const [isAsking, asking] = useDisclosure(false)
  const profile = profiles.find(({ id }) => id === editedProfile) ?? null
  const close = () => {
    asking.close()
    setIsDirty(false)
    closeProfile()
  }
  return (
    <Drawer
      opened={editedProfile !== null}
      onClose={isDirty ? asking.toggle : close}
      title={profile ? t('form.editTitle', { name: profile.name }) : t('start.connect.title')}
      position="right"
      size={profile ? '36rem' : '44rem'}
      closeOnClickOutside={!isDirty}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      classNames={{
        content: classes.drawer ?? '',
        header: classes.drawerHeader ?? '',
        title: classes.drawerTitle ?? '',
        body: classes.drawerBody ?? '',
      }}
    >
      {editedProfile !== null && profile === null && (
        <ConnectWizard
          key={editedProfile}
          onDirtyChange={setIsDirty}
          onSaved={close}
          discard={isAsking ? { onKeep: asking.close, onDiscard: close } : null}
        />
      )}
      {profile !== null && (
        <ProfileForm
          key={profile.id}
          profile={profile}
          onDirtyChange={setIsDirty}
          onSaved={close}
          discard={isAsking ? { onKeep: asking.close, onDiscard: close } : null}
        />
      )}
    </Drawer>
  )
}
