import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { isTreeWithSecrets, reachedSecret } from '../../../../../main/safety/parse/shared/secret-paths.ts'
import { WINDOWS_SECRET } from '../../../../../main/safety/parse/windows/windows-reasons.ts'
import { checkSecretPlaces } from '../../../../../main/safety/secrets/check-secret-places.ts'
import { findSecret, LINUX_PLACES } from '../../../../../main/safety/secrets/find-secret.ts'
import { isSecretName, isSecretPathPart } from '../../../../../main/safety/secrets/secret-words.ts'
import { threadMs } from '../../../../support/thread-time.ts'
import { OPEN_READS, SECRET_READS, WINDOWS_OPEN, WINDOWS_SECRETS } from './secret-reads.ts'

const classifier = new Classifier()
const readsSecret = (command: string): boolean =>
  classifier.classify(command, 'bash').rules.some((rule) => rule.startsWith('secret.'))

describe('table of secret places', () => {
  it('knows the examples of each row and none of the counter-examples', () => {
    expect(checkSecretPlaces()).toEqual([])
  })

  it('lets no read of a secret pass as an ordinary one', () => {
    expect(SECRET_READS.filter((command) => !readsSecret(command))).toEqual([])
  })

  it('leaves ordinary reads ordinary', () => {
    expect(OPEN_READS.filter(readsSecret)).toEqual([])
  })

  it('says what kind of secret is read, in both languages', () => {
    const { reasons } = classifier.classify('cat /etc/netplan/50-cloud-init.yaml', 'bash')
    expect(reasons).toContainEqual({ en: 'reads a secret: passwords of Wi-Fi networks', zh: '读取机密：Wi-Fi 密码' })
  })

  it('knows the secrets of Windows and leaves the rest', () => {
    expect(WINDOWS_SECRETS.filter((word) => !WINDOWS_SECRET.test(word))).toEqual([])
    expect(WINDOWS_OPEN.filter((word) => WINDOWS_SECRET.test(word))).toEqual([])
  })

  const examples = fc.constantFrom(...LINUX_PLACES.flatMap(({ match }) => match).filter((path) => path.startsWith('/')))

  it('finds each example also below the root of a mounted card', () => {
    fc.assert(
      fc.property(examples, (path) => {
        expect(findSecret(`/mnt/card${path}`, false)).toBeDefined()
      }),
    )
  })

  it('finds each example also when a letter of it is a wildcard', () => {
    fc.assert(
      fc.property(examples, fc.nat(), (path, seed) => {
        const at = path.lastIndexOf('/') + 2 + (seed % Math.max(1, path.length - path.lastIndexOf('/') - 2))
        const glob = `${path.slice(0, at)}?${path.slice(at + 1)}`
        expect(reachedSecret({ value: glob, glob }, []), glob).toBeDefined()
      }),
    )
  })

  it('finds each example by the directory that the command changed to', () => {
    fc.assert(
      fc.property(examples, (path) => {
        const at = path.lastIndexOf('/')
        expect(reachedSecret({ value: path.slice(at + 1) }, [path.slice(0, at)])).toBeDefined()
      }),
    )
  })

  it.each([
    '/',
    '/etc',
    '/etc/ssl',
    '/home',
    '/home/pi',
    '/root',
    '/proc/1',
    '/run',
    '/boot/firmware',
    '/mosquitto/..',
  ])('takes %s for a tree with secrets in it', (value) => {
    expect(isTreeWithSecrets({ value }, [])).toBe(true)
  })

  it.each(['/var/log', '/usr/share', '/sys', '/etc/systemd', '/home/pi/project/src', 'src', '.'])(
    'takes %s for a tree without secrets',
    (value) => {
      expect(isTreeWithSecrets({ value }, [])).toBe(false)
    },
  )

  it('answers fast, also for a long path and a wildcard in every component', () => {
    const paths = [`/${'a/'.repeat(2000)}x`, `/${'*/'.repeat(90)}x`, '/*/*/*/*', `/etc/${'?'.repeat(190)}`]
    for (const glob of paths) {
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 5; i++) {
        const start = threadMs()
        reachedSecret({ value: glob, glob }, [])
        best = Math.min(best, threadMs() - start)
      }
      // Milliseconds here; a walk that branches at every component would not end.
      expect(best, glob.slice(0, 20)).toBeLessThan(200)
    }
  })
})

describe('words for secrets', () => {
  it.each([
    'password mqttPass userPass DBPASS SSHPASS REDISCLI_AUTH remote_password bridge_psk api_key apiKey clientSecret',
    'AWS_SECRET_ACCESS_KEY accessToken db-password wpa_passphrase PresharedKey keyMaterial _authToken olcRootPW pwd 密码',
  ])('are in %s', (names) => {
    expect(names.split(' ').filter((name) => !isSecretName(name))).toEqual([])
  })

  it.each([
    'author bypass compass monkey keyboard tokens max_tokens tokenizer token_type password_file passwordRequired',
    'PasswordAuthentication PASS_MAX_DAYS NOPASSWD publicKey secretName key_mgmt secretary hasPassword user 密码错误',
  ])('are not in %s', (names) => {
    expect(names.split(' ').filter(isSecretName)).toEqual([])
  })

  it('tell files by the same words, and not pictures, docs and policies', () => {
    const secret = ['mqttPass', 'db_password.txt', 'secrets', 'api-token', 'pwfile', 'credentials.bak']
    const open = ['passwd.md', 'password_policy', 'bypass.conf', 'secret.png', 'tokenizer.py', 'compass', 'x.pub']
    expect(secret.filter((part) => !isSecretPathPart(part))).toEqual([])
    expect(open.filter(isSecretPathPart)).toEqual([])
  })
})
