import type { ConceptEntry } from '../entry-types.ts'

/** Folders one by one, pages of the web, sound, the boot loader, and what is changed lately. */
export const CARE_CONCEPTS: readonly ConceptEntry[] = [
  [
    'each-folder',
    'topic',
    'per folder|by folder|per directory|by directory|each folder|each directory|every folder|each subfolder|each subdirectory|folder by folder',
    '各目录|每个目录|各个目录|各文件夹|每个文件夹|各个文件夹|各子目录|每个子目录|各个子目录|每个子文件夹|各子文件夹',
  ],
  [
    'web-page',
    'topic',
    'web page|webpage|web site|website|web interface|web ui|web console|url|curl|http',
    '网页|网站|页面|网址|web页面|web界面|管理页面|管理界面|后台页面',
  ],
  [
    'sound',
    'topic',
    'sound card|soundcard|audio device|sound device|audio card|audio hardware|speaker|microphone',
    '声卡|音频设备|声音设备|音箱|喇叭|麦克风|话筒|扬声器|音频',
  ],
  [
    'boot-loader',
    'topic',
    'bootloader|boot loader|eeprom|eeprom version|bootloader version|boot loader version|firmware version|firmware',
    '引导程序|引导加载程序|固件|固件版本|eeprom版本|bootloader版本|bios|uefi',
  ],
  [
    'recent-files',
    'topic',
    'what changed|what has changed|what was changed|what did change|what files changed|which files changed|recently changed files|recently modified files|files changed recently|files modified recently|files changed today|files modified today|files that changed|files were changed|files were modified|files have changed|files changed|files modified|changed files|modified files',
    '改了什么|改动了什么|动了什么|有什么改动|有哪些改动|改过什么|改动过什么|改过哪些文件|改了哪些文件|修改过哪些文件|修改了哪些文件|动过哪些文件|哪些文件被改|哪些文件被改过|哪些文件被修改|哪些文件被修改过|哪些文件改过|哪些文件改了|哪些文件修改过|改动过的文件|修改过的文件|改过的文件|最近修改的文件|最近改动的文件|最近改的文件|最近变动的文件|新修改的文件|新增了哪些文件|新增的文件|多了哪些文件|新建了哪些文件|新生成的文件|生成了哪些文件|哪些文件变了|文件变动|变动的文件|哪些文件动过|动过的文件|刚改过的文件|改了啥文件|改了什么文件|改过什么文件|改过啥文件',
  ],
  [
    'reboot-loop',
    'topic',
    'keeps rebooting|keeps restarting|keep rebooting|keep restarting|reboots by itself|restarts by itself|rebooting by itself|restarting by itself|restart by itself|reboot by itself|random reboots|reboots randomly|reboots all the time|restarts all the time|reboot loop|restart loop|reboots on its own|restarts on its own|reboot on its own|restart on its own',
    '频繁重启|反复重启|老是重启|老重启|总是重启|总重启|一直重启|不停重启|不停地重启|经常重启|自己重启|自己重启了|自动重启|自动重启了|老自己重启|老是自己重启|无故重启|莫名重启|莫名其妙重启|莫名其妙地重启|不断重启|动不动就重启|重启个不停',
  ],
  ['enough', 'modifier', 'enough|enough free|sufficient', ''],
  [
    'i2c-chips',
    'topic',
    'i2c device|i2c sensors|i2c chips|devices on i2c|devices on the i2c bus',
    'i2cdetect|i2c设备|i2c传感器|i2c芯片',
  ],
  // Said beside a port, which alone is looked at.
  [
    'protocol',
    'modifier',
    'modbus|modbus tcp|opcua|opc ua|opc-ua|opc|s7|bacnet|rdp|smtp|snmp|coap|websocket|websockets|amqp|rtsp|rtmp|grpc|sftp',
    '',
  ],
  ['disable', 'action', 'disable|disabling', '禁用'],
]
