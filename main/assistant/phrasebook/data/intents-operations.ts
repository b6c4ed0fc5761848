import type { IntentEntry } from '../entry-types.ts'

/** Messages of the broker, jobs of cron, and what is set once on a device. */
export const OPERATIONS_INTENTS: readonly IntentEntry[] = [
  {
    id: 'mqtt-subscribe',
    title: ['Messages of the broker', '接收 MQTT 消息'],
    explanation: [
      'Shows up to {count} messages of {topic} from the broker on this device, for {lasting} seconds at most. Where fewer come, the version of the broker follows, so that it is known to answer.',
      '接收本机 Broker 上主题 {topic} 的消息，最多 {count} 条、{lasting} 秒；消息不足时最后显示 Broker 版本，说明它有应答。',
    ],
    timeoutS: 90,
    linux: "mosquitto_sub -t '{topic}' -v -C {count} -W {lasting} || mosquitto_sub -t '$SYS/broker/version' -C 1 -W 3",
    defaults: { count: '20', lasting: '10' },
    when: [
      'subscribe <topic> +mqtt-topic +the-broker +lines +inside +recent +<count> +<lasting> *1.4',
      'mqtt-topic <topic> show|question|list -publish|clear-retained|retained +the-broker +exists +inside +<count> +<lasting> *1.3',
    ],
    examples: ['subscribe to sensors/#', '订阅 sensors/#'],
  },
  {
    id: 'mqtt-publish',
    title: ['Publish a message', '发布 MQTT 消息'],
    explanation: [
      'Publishes {message} to {topic} on the broker of this device.',
      '向本机 Broker 的主题 {topic} 发布 {message}。',
    ],
    expectedClass: 'change',
    timeoutS: 30,
    linux: ["mosquitto_pub -t '{topic}' -q {qos} -m {message}", "mosquitto_pub -t '{topic}' -m {message}"],
    when: ['publish <topic> <message> -retained +mqtt-topic +the-broker +qos-word +<qos> *1.4'],
    examples: ['publish on to test/led', '往 test/led 主题发一条 on'],
  },
  {
    id: 'mqtt-publish-retained',
    title: ['Publish a retained message', '发布保留消息'],
    explanation: [
      'Publishes {message} to {topic}; the broker keeps it and gives it to all that subscribe later.',
      '向主题 {topic} 发布 {message}；Broker 会保留它，并发给之后订阅的客户端。',
    ],
    expectedClass: 'change',
    timeoutS: 30,
    linux: ["mosquitto_pub -r -t '{topic}' -q {qos} -m {message}", "mosquitto_pub -r -t '{topic}' -m {message}"],
    when: ['publish retained <topic> <message> +mqtt-topic +the-broker +qos-word +<qos> *1.5'],
    examples: ['publish a retained message open to home/door', '给 home/door 发一条保留消息 open'],
  },
  {
    id: 'mqtt-clear-retained',
    title: ['Clear a retained message', '清除保留消息'],
    explanation: ['Removes the message that the broker keeps for {topic}.', '删除 Broker 为主题 {topic} 保留的消息。'],
    expectedClass: 'change',
    timeoutS: 30,
    linux: "mosquitto_pub -r -n -t '{topic}'",
    when: ['clear-retained retained <topic> +mqtt-topic +the-broker *1.5'],
    examples: ['clear the retained message of home/door', '清掉 home/door 的保留消息'],
  },
  {
    id: 'job-add',
    title: ['Add a job of cron', '添加定时任务'],
    explanation: [
      'Adds “{schedule} {job}” to the cron jobs of this user.',
      '在本用户的 cron 任务中添加“{schedule} {job}”。',
    ],
    expectedClass: 'destructive',
    linux: "(crontab -l 2>/dev/null; printf '%s %s\\n' '{schedule}' {job}) | crontab -",
    when: ['<schedule> <job> run-job|add-job +set +run-job +add-job +job +known-file *1.5'],
    examples: ['run /home/pi/check.sh every 5 minutes', '每 5 分钟执行一次 /home/pi/check.sh'],
  },
  {
    id: 'job-reboot',
    title: ['Restart the device regularly', '定时重启设备'],
    explanation: [
      'Adds a restart at “{schedule}” to the cron jobs of root.',
      '在 root 的 cron 任务中添加“{schedule}”重启。',
    ],
    expectedClass: 'destructive',
    linux: "(sudo -n crontab -l 2>/dev/null; printf '%s /sbin/shutdown -r now\\n' '{schedule}') | sudo -n crontab -",
    when: ['<schedule> reboot|restart +device +system +add-job +job -<service> *1.5'],
    examples: ['reboot every day at 3 am', '每天凌晨 3 点重启'],
  },
  {
    id: 'job-remove',
    title: ['Remove a job of cron', '删除定时任务'],
    explanation: [
      'Removes all cron jobs of this user that contain the name; the others stay.',
      '删除本用户所有包含该名称的 cron 任务，其余保留。',
    ],
    expectedClass: 'destructive',
    linux: [
      'crontab -l >/dev/null && crontab -l | grep -v -F -e {job} | crontab -',
      'crontab -l >/dev/null && crontab -l | grep -v -F -e {file} | crontab -',
    ],
    when: ['drop-job job <job> +known-file *1.5', 'drop-job job <file> -<job> +known-file *1.5'],
    examples: ['remove check.sh from the crontab', '删掉 check.sh 的定时任务'],
  },
  {
    id: 'process-priority',
    title: ['Lower the priority of a process', '降低进程优先级'],
    explanation: [
      'Sets the nice value of process {pid} to {nice}; the higher, the more it lets others go first.',
      '把进程 {pid} 的 nice 值设为 {nice}；数值越大，越让其他进程优先。',
    ],
    expectedClass: 'change',
    linux: 'sudo -n renice -n {nice} -p {pid}',
    when: ['set-priority <pid> <nice> +priority +process|pid *1.4'],
    examples: ['set the priority of process 1234 to 10', '把进程 1234 的优先级改成 10'],
  },
  {
    id: 'swap-size',
    title: ['Size of the swap', '设置交换空间大小'],
    explanation: [
      'Sets the swap file of Raspberry Pi OS to {megabytes} MB and sets it up anew; that takes a minute.',
      '把树莓派系统的交换文件设为 {megabytes} MB 并重新建立，可能需要一分钟。',
    ],
    expectedClass: 'change',
    timeoutS: 180,
    linux: [],
    raspberrypi:
      "sudo -n sed -i 's/^#*CONF_SWAPSIZE=.*/CONF_SWAPSIZE={megabytes}/' /etc/dphys-swapfile && sudo -n systemctl restart dphys-swapfile",
    when: ['set|grant swap-word <megabytes> +size +space +memory *1.4'],
    examples: ['set the swap to 1G', '把交换分区改成 1G'],
  },
  {
    id: 'locale',
    title: ['Language of the system', '系统语言'],
    explanation: ['Shows the language and the keyboard of the system.', '显示系统的语言和键盘设置。'],
    linux: 'localectl status',
    when: ['locale-word +status|well +config +info +type -<locale> *1.2'],
    examples: ['which locale is set', '系统语言是什么'],
  },
  {
    id: 'locale-set',
    title: ['Set the language of the system', '设置系统语言'],
    explanation: [
      'Sets the language of the system to {locale}; it counts from the next login.',
      '把系统语言设为 {locale}，下次登录后生效。',
    ],
    expectedClass: 'change',
    timeoutS: 120,
    linux: 'sudo -n localectl set-locale LANG={locale}',
    when: ['set locale-word <locale> +system +device *1.4'],
    examples: ['set the locale to zh_CN.UTF-8', '把系统语言改成中文'],
  },
]
