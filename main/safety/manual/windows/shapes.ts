/**
 * A place on a drive of this computer: no UNC path, which would send the account's NTLM answer out, no provider of
 * PowerShell and no stream. A regular expression in text, as all of these.
 */
export const PLACE = String.raw`(?![-+])(?![\\\/]{2}|[\\\/]\?\?)(?:[a-z]:[^:<>|"=,;]*|[^:<>|"=,;]+)`

/** A place that is opened (the engine looks for secrets): no device (`con` waits for a person, `com1` is a port), in whatever folder. */
export const FILE = String.raw`(?!(?:[^]*[\\\/:])?(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)\d)\s*(?:[.:]|$))${PLACE}`

/** Names of keys and values in the registry that hold passwords. */
export const SECRET_KEY = String.raw`winlogon|environment|pass|pwd|secret|cred|token|putty|vnc|snmp|teamviewer|openssh|mobaxterm|radmin|navicat|coreftp|intelliforms|anydesk|services[\\\/][\w.-]+[\\\/]parameters(?:[\\\/]|$)|[\\\/](?:sam|security|lsa)(?:[\\\/]|$)`

const WIN32 =
  'operatingsystem computersystem computersystemproduct bios baseboard processor physicalmemory ' +
  'physicalmemoryarray cachememory logicaldisk diskdrive diskpartition volume cdromdrive mountpoint ' +
  'mappedlogicaldisk networkadapter networkadapterconfiguration networkconnection networkprotocol ' +
  'ip4routetable process service systemdriver pnpentity pnpsigneddriver usbcontroller usbcontrollerdevice ' +
  'usbhub serialport parallelport videocontroller desktopmonitor sounddevice keyboard pointingdevice battery ' +
  'portablebattery fan temperatureprobe voltageprobe systemenclosure systemslot onboarddevice portconnector ' +
  'idecontroller scsicontroller timezone localtime utctime quickfixengineering optionalfeature ' +
  'startupcommand useraccount systemaccount group groupuser userprofile logonsession loggedonuser session ' +
  'printer printerdriver printjob tcpipprinterport share pagefile pagefileusage pagefilesetting registry ' +
  'physicalmedia tapedrive shadowcopy shadowstorage reliabilityrecords perfformatteddata_\\w+ perfrawdata_\\w+'
const CIM =
  'operatingsystem computersystem processor logicaldisk diskdrive physicalmemory networkadapter bioselement ' +
  'videocontroller battery chassis fan'
const MSFT =
  'netadapter netipaddress nettcpconnection physicaldisk disk partition volume storagepool mpcomputerstatus ' +
  'storagereliabilitycounter'
const OTHERS =
  'msacpi_thermalzonetemperature wmimonitorid wmimonitorbasicdisplayparams wmimonitorbrightness ' +
  'batterystatus batteryfullchargedcapacity batterystaticdata msstoragedriver_failurepredictstatus ' +
  'antivirusproduct firewallproduct'
const oneOf = (names: string): string => `(?:${names.replaceAll(' ', '|')})`

/**
 * WMI classes that are read. `win32_product` is missing because a query repairs the installed programs,
 * `win32_environment` because of its values.
 */
export const WMI_CLASS = `(?:win32_${oneOf(WIN32)}|cim_${oneOf(CIM)}|msft_${oneOf(MSFT)}|${oneOf(OTHERS)})`
