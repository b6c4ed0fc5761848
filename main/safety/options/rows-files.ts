import type { OptionRow } from './option-row.ts'

/** Programs that handle files, text and archives. */
export const FILE_ROWS: readonly OptionRow[] = [
  { programs: 'find gfind', isWordStyle: true, isNamesOnly: true },
  {
    programs:
      'test [ ls dir vdir stat file du df tree dirname basename realpath readlink which whereis type echo printf namei locate plocate lsattr getfacl pathchk : true false seq hash help mountpoint findmnt lsblk lsof fuser id groups getent pgrep pidof ps',
    isNamesOnly: true,
  },
  { programs: 'dd', isWordStyle: true },
  { programs: 'head', isBounded: true },
  { programs: 'zgrep', scriptFiles: '-f --file' },
  { programs: 'rg', scriptFiles: '-f --file' },
  { programs: 'ag ack', hasPatternFirst: true },
  {
    programs: 'sed gsed',
    values: '-l --line-length',
    attached: '-i --in-place',
    scriptFiles: '-f --file',
    switches: '--follow-symlinks',
  },
  {
    programs: 'awk gawk mawk nawk',
    values: '-i --include -l --load',
    scripts: '-e --source',
    scriptFiles: '-f --file -E --exec',
  },
  { programs: 'jq', values: '-L --library-path', scriptFiles: '-f --from-file' },
  { programs: 'yq', hasPatternFirst: true, values: '-L', scriptFiles: '-f --from-file' },
  {
    programs: 'sort',
    values: '-T -o --temporary-directory --output --files0-from',
    shellText: '--compress-program',
  },
  { programs: 'split', values: '-a -b -C -l -n -t', shellText: '--filter' },
  {
    programs: 'tar bsdtar',
    values: '-T -X -b',
    shellText:
      '--to-command --checkpoint-action --use-compress-program -I --info-script --rmt-command --rsh-command -F --new-volume-script',
  },
  { programs: 'zip', values: '-b -n -x -i -t', shellText: '--unzip-command -TT', secrets: '-P --password' },
  { programs: 'unzip', values: '-d -x', secrets: '-P' },
  { programs: '7z 7za 7zr 7zz', isWordStyle: true, attachedSecrets: '-p' },
  { programs: 'rar', secrets: '-hp', attachedSecrets: '-p -hp' },
  { programs: 'unrar unrar-free', attachedSecrets: '-p' },
  { programs: 'pdftk', secrets: 'user_pw owner_pw input_pw' },
  {
    programs: 'man',
    isNamesOnly: true,
    values: '-C -R -m -M -e -r -E -p --config-file',
    shellText: '-P --pager -H --html',
  },
  {
    programs: 'git',
    values: '-C --git-dir --work-tree --namespace --exec-path',
    shellText: '-c --config-env --upload-pack --receive-pack --exec',
    switches: '--pager --no-pager',
    version: '-v',
  },
]
