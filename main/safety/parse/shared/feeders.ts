/** Programs that print what they get from the network. */
export const DOWNLOADERS: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'fetch',
  'aria2c',
  'nc',
  'ncat',
  'netcat',
  'socat',
  'ftp',
  'lftp',
  'tftp',
  'lynx',
  'links',
  'w3m',
  'elinks',
  'http',
  'https',
  'axel',
  'telnet',
  'ssh',
  'openssl',
  'mosquitto_sub',
  'dig',
  'nslookup',
  'host',
  'aws',
  'gsutil',
  'smbclient',
  'rclone',
])

/**
 * Programs that decode text, with the option that makes them do so; their output piped into a shell is `forbidden`.
 *
 * Handles: base64, xxd, packers, `rev`, `tr`, `openssl`.
 * @example `base64 -d a | sh` → forbidden
 * @example `echo abc | rev | bash` → forbidden
 * @example `base64 a` → read
 */
export const DECODERS: readonly { readonly programs: ReadonlySet<string>; readonly flag: RegExp }[] = [
  { programs: new Set(['base64', 'base32', 'basenc']), flag: /^-[A-Za-z]*[dD]|^--d/ },
  { programs: new Set(['xxd']), flag: /^-[a-z]*r|^-reverse/ },
  {
    programs: new Set(['gzip', 'bzip2', 'xz', 'zstd', 'lz4', 'lzma', 'brotli', 'gpg', 'age']),
    flag: /^-[A-Za-z]*d|^--d|^--un/,
  },
  {
    programs: new Set([
      'zcat',
      'gunzip',
      'bunzip2',
      'bzcat',
      'xzcat',
      'unxz',
      'zstdcat',
      'uudecode',
      'rev',
      'tr',
      'openssl',
      'unzip',
      'tac',
    ]),
    flag: /^/,
  },
]

/** Programs that run code they read. */
export const INTERPRETERS: ReadonlySet<string> = new Set([
  'python',
  'python2',
  'python3',
  'perl',
  'ruby',
  'node',
  'nodejs',
  'php',
  'lua',
  'tclsh',
  'deno',
  'bun',
  'pwsh',
])
