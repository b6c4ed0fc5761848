import type { Cause } from './cause.ts'

const LOG_HINT = {
  en: 'Log: `journalctl -u mosquitto -n 50`.',
  zh: '日志：`journalctl -u mosquitto -n 50`。',
}

/**
 * Causes that the broker itself names, by CONNACK, DISCONNECT or SUBACK (MQTT 5, section 2.4; 3.1.1, 3.2.2.3), and that the
 * broker in this app does not run.
 */
export const MQTT_CAUSES = {
  'built-in-stopped': {
    isFatal: false,
    message: {
      en: 'The built-in broker is not running.',
      zh: '内置 Broker 没有运行。',
    },
    fix: {
      en: 'Start it on the Broker page, under "Built-in broker". The console connects as soon as it runs.',
      zh: '请在“Broker”页面的“内置 Broker”中启动它。启动后控制台会立即连接。',
    },
    brokerHint: null,
  },
  credentials: {
    isFatal: true,
    message: {
      en: 'The broker refused the login[[{ifLogin}: wrong user name or password]][[{ifAnonymous}: it lets nobody in without a user name and password]][[{ifCertificate}: it does not know the account of this certificate, or wants a user name and password as well]].',
      zh: 'Broker 拒绝登录[[{ifLogin}：用户名或密码错误]][[{ifAnonymous}：没有用户名和密码的客户端不能接入]][[{ifCertificate}：它不认识这张证书对应的账户，或者还要求用户名和密码]]。',
    },
    fix: {
      en: '[[{ifLogin}Enter user name and password again (capitals count).]][[{ifNoLogin}Enter the user name and password that were set up for you on the broker.]][[{ifQuotes} One of them stands in quotes: leave them out unless they belong to it.]][[{ifSpace} One of them begins or ends with a space.]][[{ifComma} One of them ends with a comma or semicolon, as if copied out of a file.]][[{ifLogin} The app does not try again by itself, so that the account is not locked.]]',
      zh: '[[{ifLogin}请重新填写用户名和密码（区分大小写）。]][[{ifNoLogin}请填写在 Broker 上为你设置的用户名和密码。]][[{ifQuotes}其中一个带着引号：如果引号不属于它，请去掉。]][[{ifSpace}其中一个的开头或结尾有空格。]][[{ifComma}其中一个以逗号或分号结尾，像是从文件里一起复制来的。]][[{ifLogin}为避免账户被锁定，应用不会自动重试。]]',
    },
    brokerHint: {
      en: 'On the broker: [[{ifCertificate}with `use_identity_as_username true` the account is the common name of the certificate; otherwise ]]the user must be in the file named by `password_file`; reload it with `systemctl reload mosquitto` after a change.[[{ifAnonymous} Without `allow_anonymous true` everyone needs a login.]]',
      zh: '在 Broker 上：[[{ifCertificate}设置 `use_identity_as_username true` 时，账户就是证书的通用名称（CN）；否则]]`password_file` 指定的文件里要有这个用户，修改后执行 `systemctl reload mosquitto`。[[{ifAnonymous}没有 `allow_anonymous true` 时所有人都必须登录。]]',
    },
  },
  'one-session': {
    isFatal: true,
    message: {
      en: 'This broker allows an account one connection at a time, and the console has it.',
      zh: '这个 Broker 只允许一个账户同时有一个连接，而控制台正在使用它。',
    },
    fix: {
      en: 'Figures of the broker and the topic tester need a second connection, so they are left out here. If the broker does allow more, choose the right one in the connection, under "Broker".',
      zh: 'Broker 的运行数据和主题测试需要第二个连接，所以这里不提供。如果 Broker 其实允许更多连接，请在连接设置的“Broker”中选择正确的类型。',
    },
    brokerHint: null,
  },
  'protocol-version': {
    isFatal: true,
    message: {
      en: 'The broker speaks neither MQTT 5 nor MQTT 3.1.1: it is too old, and knows MQTT 3.1 at most.',
      zh: 'Broker 既不支持 MQTT 5，也不支持 MQTT 3.1.1：版本太旧，最多只支持 MQTT 3.1。',
    },
    fix: { en: 'Update the broker: Mosquitto 2.0 or newer.', zh: '请升级 Broker：使用 Mosquitto 2.0 或更新的版本。' },
    brokerHint: {
      en: 'On the broker: `mosquitto -h` shows its version.',
      zh: '在 Broker 上执行 `mosquitto -h` 查看版本。',
    },
  },
  'client-id': {
    isFatal: true,
    message: {
      en: 'The broker does not accept the client id {clientId}.',
      zh: 'Broker 不接受客户端 ID {clientId}。',
    },
    fix: {
      en: 'Change the client id prefix of the connection to what the broker allows, then connect again.',
      zh: '请把连接设置里的客户端 ID 前缀改成 Broker 允许的形式，再重新连接。',
    },
    brokerHint: {
      en: 'Look for `clientid_prefixes` in mosquitto.conf.',
      zh: '请检查 mosquitto.conf 里的 `clientid_prefixes`。',
    },
  },
  busy: {
    isFatal: false,
    message: {
      en: '[[{ifNotLimit}The broker is busy or not ready and refused the connection for now.]][[{ifQuota}The broker refused for now: a limit of this account or of the broker is used up (quota exceeded).]][[{ifRate}The broker refused for now: connections or messages of this client come too fast for its limit.]]',
      zh: '[[{ifNotLimit}Broker 正忙或尚未就绪，暂时拒绝了连接。]][[{ifQuota}Broker 暂时拒绝：这个账户或 Broker 的配额已经用完（quota exceeded）。]][[{ifRate}Broker 暂时拒绝：本客户端建立连接或发送消息的速度超过了它的限制。]]',
    },
    fix: {
      en: '[[{ifQuota}Close connections that nobody needs, or let the limit be raised; the console of a cloud service shows what the plan allows. ]][[{ifRate}Look for a program that connects over and over with this account. ]]The app tries again, each time after a longer wait.',
      zh: '[[{ifQuota}请关闭不再需要的连接，或请管理员提高限额；云服务的控制台会显示套餐的限额。]][[{ifRate}请查找用这个账户反复连接的程序。]]应用会自动重试，间隔逐次加长。',
    },
    brokerHint: {
      en: 'Look at its load, at `max_connections` and at its quotas.',
      zh: '请查看它的负载、`max_connections` 和各项配额。',
    },
  },
  banned: {
    isFatal: true,
    message: { en: 'The broker has banned this client.', zh: 'Broker 已封禁本客户端。' },
    fix: {
      en: 'Ask whoever runs the broker to lift the ban, then connect again.',
      zh: '请联系 Broker 的管理员解除封禁，再重新连接。',
    },
    brokerHint: LOG_HINT,
  },
  'auth-method': {
    isFatal: true,
    message: {
      en: 'The broker wants a login method other than user name and password.',
      zh: 'Broker 要求使用用户名密码以外的登录方式。',
    },
    fix: {
      en: 'Enable user name and password, or client certificates, for this listener.',
      zh: '请在 Broker 的这个端口上启用用户名密码或客户端证书登录。',
    },
    brokerHint: LOG_HINT,
  },
  'taken-over': {
    isFatal: true,
    message: {
      en: 'Another program uses the client id {clientId}, and the two push each other off the broker.',
      zh: '另一个程序使用了相同的客户端 ID {clientId}，两边互相把对方挤下线。',
    },
    fix: {
      en: 'Give each program its own client id prefix, close the other one, then connect again.',
      zh: '请为每个程序设置不同的客户端 ID 前缀，关闭另一个程序，再重新连接。',
    },
    brokerHint: {
      en: 'The log shows "already connected, closing old connection" with the address of both.',
      zh: '日志里会出现“already connected, closing old connection”以及双方的地址。',
    },
  },
  'id-changed': {
    isFatal: false,
    message: {
      en: 'The broker hung up three times in a row soon after it let the console in, without a reason. Another program may use the client id {clientId}.',
      zh: 'Broker 连续三次在放行后不久断开连接，没有给出原因。可能有另一个程序使用了客户端 ID {clientId}。',
    },
    fix: {
      en: 'The app goes on under another client id. If the broker still hangs up, something else is the cause: look whether the broker restarts.',
      zh: '应用已换用另一个客户端 ID 继续连接。如果 Broker 仍然断开，则另有原因：请检查 Broker 是否在反复重启。',
    },
    brokerHint: LOG_HINT,
  },
  'idle-closed': {
    isFatal: false,
    message: {
      en: 'The connection is cut about every {idleS} s. Something on the way, such as a load balancer, seems to close connections on which nothing is sent for that long.',
      zh: '连接大约每 {idleS} 秒就被切断一次。途中的某个设备（例如负载均衡）似乎会关闭这么久没有发送数据的连接。',
    },
    fix: {
      en: 'Set the keepalive of the connection to less than {idleS} s, or raise the idle timeout of what is in between. The app connects again by itself.',
      zh: '请把连接设置里的保活间隔设为小于 {idleS} 秒，或调大中间设备的空闲超时。应用会自动重新连接。',
    },
    brokerHint: {
      en: 'haproxy: `timeout client` and `timeout server`; nginx: `proxy_timeout`.',
      zh: 'haproxy：`timeout client` 和 `timeout server`；nginx：`proxy_timeout`。',
    },
  },
  'broker-stopping': {
    isFatal: false,
    message: { en: 'The broker at {address} is shutting down.', zh: '{address} 上的 Broker 正在关闭。' },
    fix: { en: 'The app connects again once it is back.', zh: '它恢复之后，应用会自动重新连接。' },
    brokerHint: {
      en: 'On the broker: `systemctl status mosquitto`.',
      zh: '在 Broker 上执行 `systemctl status mosquitto`。',
    },
  },
  'packet-size': {
    isFatal: false,
    message: {
      en: 'A message was larger than one side accepts, and the connection was closed.',
      zh: '有一条消息超过了其中一方允许的大小，连接因此被关闭。',
    },
    fix: {
      en: 'Let the device send less at a time, for example by `tail` or `head`, or raise the limit of the broker.',
      zh: '请让设备一次少发一些内容（例如用 `tail` 或 `head`），或提高 Broker 的上限。',
    },
    brokerHint: {
      en: 'The limit is `max_packet_size` in mosquitto.conf.',
      zh: '上限是 mosquitto.conf 里的 `max_packet_size`。',
    },
  },
  'retain-unsupported': {
    isFatal: true,
    message: { en: 'The broker does not support retained messages.', zh: 'Broker 不支持保留消息（retained）。' },
    fix: { en: 'Allow retained messages on the broker.', zh: '请在 Broker 上允许保留消息。' },
    brokerHint: { en: 'Look for `retain_available false`.', zh: '请检查 `retain_available false`。' },
  },
  'qos-unsupported': {
    isFatal: true,
    message: { en: 'The broker does not support QoS 1.', zh: 'Broker 不支持 QoS 1。' },
    fix: { en: 'Allow QoS 1 on the broker.', zh: '请在 Broker 上允许 QoS 1。' },
    brokerHint: { en: 'Look for `max_qos 0`.', zh: '请检查 `max_qos 0`。' },
  },
  'other-server': {
    isFatal: true,
    message: {
      en: 'The broker says that another server is to be used[[: {server}]].',
      zh: 'Broker 要求改用另一台服务器[[：{server}]]。',
    },
    fix: {
      en: 'Ask whoever runs the broker [[{ifServer}whether the new address is theirs]][[{ifNoServer}for the new address]], and enter it in the connection.',
      zh: '请向 Broker 的管理员[[{ifServer}确认新地址属于他们]][[{ifNoServer}询问新地址]]，并填写到连接设置里。',
    },
    brokerHint: null,
  },
  'acl-write': {
    isFatal: false,
    message: {
      en: 'The broker does not let this account send commands: publishing to {topic} was refused.',
      zh: 'Broker 不允许这个账户发送命令：向 {topic} 发布消息被拒绝。',
    },
    fix: {
      en: 'Add the missing write permission to the access control list (ACL) of the account, or log in with an operator account.',
      zh: '请在这个账户的访问控制列表（ACL）里补上写权限，或改用操作员账户登录。',
    },
    brokerHint: {
      en: 'In the file named by `acl_file`, below `user NAME`: `topic write device/+/command` and `topic write device/+/cancel`. Then `systemctl reload mosquitto`.',
      zh: '在 `acl_file` 指定的文件中，`user 用户名` 之下写：`topic write device/+/command` 和 `topic write device/+/cancel`，然后执行 `systemctl reload mosquitto`。',
    },
  },
  'not-authorised': {
    isFatal: true,
    message: {
      en: 'The broker let this account in, and then ended the connection: the account may not do what the console did (receive or send)[[ on {topic}]], or it was taken away.',
      zh: 'Broker 先让这个账户登录，随后断开了连接：该账户无权执行控制台的操作（接收或发送）[[，主题：{topic}]]，或者账户已被取消。',
    },
    fix: {
      en: 'Give the account what the console needs (read `device/+/…`, write `device/+/command`), or ask whether it still exists; then connect again. The connection test shows which topic is refused.',
      zh: '请给这个账户控制台所需的权限（读 `device/+/…`，写 `device/+/command`），或确认账户仍然存在，然后重新连接。连接测试会显示被拒绝的是哪个主题。',
    },
    brokerHint: {
      en: 'EMQX ends a connection like this with `authorization.deny_action = disconnect`; AWS IoT Core, where the policy does not allow a topic.',
      zh: 'EMQX 在 `authorization.deny_action = disconnect` 时会这样断开；AWS IoT Core 在策略不允许某个主题时会这样断开。',
    },
  },
  'acl-read': {
    isFatal: false,
    message: {
      en: 'The broker does not let this account receive what devices report: nothing arrives from {topic}.',
      zh: 'Broker 不允许这个账户接收设备上报的内容：{topic} 上的消息收不到。',
    },
    fix: {
      en: 'Add the missing read permission to the access control list (ACL) of the account.',
      zh: '请在这个账户的访问控制列表（ACL）里补上读权限。',
    },
    brokerHint: {
      en: 'In the file named by `acl_file`, below `user NAME`: `topic read device/+/status` (likewise heartbeat, data, result, ack, output). Then `systemctl reload mosquitto`.',
      zh: '在 `acl_file` 指定的文件中，`user 用户名` 之下写：`topic read device/+/status`（heartbeat、data、result、ack、output 同理），然后执行 `systemctl reload mosquitto`。',
    },
  },
  'admin-closed': {
    isFatal: false,
    message: { en: 'The broker closed the connection on its own decision.', zh: 'Broker 主动关闭了连接。' },
    fix: {
      en: 'The app connects again by itself. If it goes on, ask whoever runs the broker.',
      zh: '应用会自动重新连接。若反复出现，请联系 Broker 的管理员。',
    },
    brokerHint: LOG_HINT,
  },
  'protocol-error': {
    isFatal: false,
    message: {
      en: 'The broker and the app did not understand each other (MQTT protocol error).',
      zh: 'Broker 与应用之间出现了 MQTT 协议错误。',
    },
    fix: {
      en: 'The app connects again by itself. If it goes on, update the broker and keep its log.',
      zh: '应用会自动重新连接。若反复出现，请升级 Broker 并保留日志。',
    },
    brokerHint: LOG_HINT,
  },
} as const satisfies Record<string, Cause>
