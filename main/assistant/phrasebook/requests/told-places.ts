const KIND_OF_FILE =
  'txt|log|out|tmp|old|pid|conf|cfg|ini|ya?ml|json|toml|py|sh|js|zip|t?gz|tar|t?xz|csv|db|sqlite|xml|md|bak|service|env|html?|bin|img|deb|jar|sql|pem|crt|jpe?g|png|mp[34]|wav'
const FILE = `(?<![\\w./~-])([\\w-][\\w.-]{0,63}\\.(?:${KIND_OF_FILE}))(?![\\w/.-])`
const FILES = new RegExp(FILE, 'giu')
const FOLDERS =
  /(?<![\w./~-])[a-z_][\w-]{0,40}(?= ?(?:文件夹|目录))|(?<=(?:文件夹|目录)(?:叫|名为) ?)[a-z_][\w-]{0,40}/giu
const ENDS_AS_FILE = new RegExp(`\\.(?:${KIND_OF_FILE})$`, 'iu')
const PLACE = '([/~][\\w./-]{1,120})(?:(?:这个)?(?:目录|文件夹))?(?:里面?|下面?|中)?'
const BEHIND = new RegExp(
  `^(?:(?:这个)?(?:文件|目录)?|它|东西|完整|它的)?(?:就?在|位于|(?:路径|位置)(?:是|为|在|:)) ?${PLACE}$`,
  'u',
)
const IN_HOME = /(?:用户)?(?:的)?家目录 ?([a-z][a-z0-9_-]{0,30})?(?:的)?(?:下|里)面?的?$/u
const NAME_PART = /[\w./~-]/u
const BEFORE = new RegExp(`^${FILE}(?:文件)?(?:就?在|位于) ?${PLACE}[ ,，]{1,2}`, 'iu')

/** The path of what is named in a folder, or the path itself where it is that of it; null where it is that of another file. */
function pathOf(name: string, place: string): string | null {
  const last = place.slice(place.lastIndexOf('/') + 1)
  if (last === name) return place
  return ENDS_AS_FILE.test(last) ? null : `${place.replace(/\/$/u, '')}/${name}`
}

/** main.py在/opt/app里 改成可执行: the request with the path of the file whose place is told first; null where none is. */
export function withPlaceBefore(text: string): string | null {
  const told = BEFORE.exec(text)
  const path = told === null ? null : pathOf(told[1] ?? '', told[2] ?? '')
  return told === null || path === null ? null : `${path} ${text.slice(told[0].length)}`
}

/** 家目录pi下的old_logs, 路径是/home/pi/old_logs: the last part of the path is named, and where it lies agrees. */
function withBareName(request: string, path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const at = request.indexOf(name)
  const isWhole = !NAME_PART.test(`${request[at - 1] ?? ''}${request[at + name.length] ?? ''}`)
  if (name.length < 2 || at < 0 || !isWhole) return null
  const [place = '', owner] = IN_HOME.exec(request.slice(0, at)) ?? []
  const home = owner === undefined ? ['/home/', '~/'] : [`/home/${owner}/`]
  const isAt = place === '' || home.some((folder) => path.startsWith(folder))
  return isAt ? `${request.slice(0, at - place.length)}${path}${request.slice(at + name.length)}` : null
}

/** config.yaml备份一下，在/opt/app里: the request with the path of the one thing that it names; null where the clause tells none. */
export function withPlaceBehind(request: string, clause: string): string | null {
  const told = BEHIND.exec(clause)
  if (told === null) return null
  const namesOf = (names: RegExp) => [...new Set([...request.matchAll(names)].map(([name]) => name))]
  const named = namesOf(FILES).length > 0 ? FILES : FOLDERS
  const [name, ...others] = namesOf(named)
  if (name === undefined) return withBareName(request, told[1] ?? '')
  const path = pathOf(name, told[1] ?? '')
  if (path === null) return null
  // a.txt改名b.txt: the second is the new name.
  const isRenamed = others.length === 1 && /改名|重命名/u.test(request)
  if (isRenamed) return request.replace(name, () => path)
  return others.length > 0 ? null : request.replaceAll(named, () => path)
}
