import type { LogCauseName } from '../log-causes.ts'
import type { LogSign, LogSignature } from '../log-signatures.ts'

const cause = (means: LogCauseName, ...lines: string[]): LogSignature => ({ means, lines })
const sign = (means: LogSign, ...lines: string[]): LogSignature => ({ means, lines })

/** How the engine of the containers says that something failed: alone, by `docker run`, and by Compose for a service. */
const ofDocker = (...words: string[]): string[] =>
  words.flatMap((line) => [
    `Error response from daemon: ${line}`,
    `docker: Error response from daemon: ${line}`,
    `ERROR: for {service} ${line}`,
    `Error: for {service} ${line}`,
    `ERROR: ${line}`,
  ])

/** Formats of systemd, the kernel, Docker and the service manager of Windows about the broker. */
export const SERVICE_SIGNATURES: readonly LogSignature[] = [
  cause(
    'log-architecture',
    'exec {file}: exec format error',
    'standard_init_linux.go:{n}: exec user process caused "exec format error"',
    'standard_init_linux.go:{n}: exec user process caused: exec format error',
    '{unit}: Main process exited, code={code}, status=4/ILL',
    'traps: {process} trap invalid opcode {rest}',
    'Illegal instruction',
    'Illegal instruction (core dumped)',
    'WARNING: The requested image"s platform ({platform}) does not match the detected host platform ({rest}',
  ),
  cause(
    'log-crashed',
    '{unit}: Main process exited, code={code}, status={signal}',
    '{unit}: main process exited, code={code}, status={signal}',
    '{process}: segfault at {rest}',
    'traps: {process} general protection {rest}',
    '{unit} exited with code 139',
    // The supervisor of an add-on.
    'Service {unit} exited with code {n} (by signal {death})',
    'Segmentation fault',
    'Segmentation fault (core dumped)',
    'mosquitto: {where}: Assertion {what} failed',
    'Aborted (core dumped)',
    'Bus error',
    'Bus error (core dumped)',
  ),
  cause(
    'log-service-exec',
    '{unit}: Failed to locate executable {file}: {os}',
    '{unit}: Unable to locate executable "{file}": {os}',
    '{unit}: Failed at step EXEC spawning {file}: {os}',
    '{unit}: Failed to execute {file}: {os}',
    '{unit}: Main process exited, code=exited, status=203/EXEC',
    '{unit}: Control process exited, code=exited, status=203/EXEC',
  ),
  cause(
    'log-file-absent',
    '{unit}: Failed to set up mount namespacing: /run/systemd/unit-root{file}: No such file or directory',
    '{unit}: Failed to set up mount namespacing: {file}: No such file or directory',
  ),
  cause(
    'log-user',
    '{unit}: Failed to determine user credentials: No such process',
    '{unit}: Main process exited, code=exited, status=217/USER',
  ),
  cause(
    'log-service-timeout',
    '{unit}: Start operation timed out. Terminating',
    '{unit}: start operation timed out. Terminating',
  ),
  cause(
    'log-service-stop',
    '{unit}: State "{state}" timed out. Killing',
    '{unit}: State "{state}" timed out. Terminating',
    '{unit}: Stopping timed out. Terminating',
    '{unit}: stopping timed out. Killing',
  ),
  cause('log-service-timeout', '{unit}: Can"t open PID file {file} (yet?) after start: {os}'),
  cause('log-service-unit', 'Failed to {verb} {name}: Unit {unit} has a bad unit file setting'),
  cause(
    'log-library',
    '{process}: error while loading shared libraries: {file}: {why}',
    '{process}: {why}: version `{file}" not found (required by {needed})',
    'Error loading shared library {file}: {os} (needed by {process})',
    'Error relocating {process}: {file}: symbol not found',
  ),
  cause(
    'log-command-absent',
    '-bash: mosquitto: command not found',
    'bash: mosquitto: command not found',
    'bash: line {n}: mosquitto: command not found',
    'sudo: mosquitto: command not found',
    'mosquitto: command not found',
    'sh: mosquitto: not found',
    'sh: {n}: mosquitto: not found',
    '-sh: mosquitto: not found',
    'zsh: command not found: mosquitto',
    '"mosquitto" is not recognized as an internal or external command,',
    'mosquitto : The term "mosquitto" is not recognized as the name of a cmdlet, {rest}',
    '"mosquitto" 不是内部或外部命令，也不是可运行的程序',
  ),
  cause(
    'log-confined',
    'audit: {audit} apparmor="DENIED" {what} name="{file}" pid={n} comm="{process}" {rest}',
    'audit: {audit} avc:  denied  {what} comm="{process}" src={port} scontext={rest}',
    'audit: {audit} avc:  denied  {what} comm="{process}" name="{file}" dev={rest}',
    'audit: {audit} avc:  denied  {what} comm="{process}" path="{file}" dev={rest}',
    'AVC {audit} apparmor="DENIED" {what} name="{file}" pid={n} comm="{process}" {rest}',
    'type=AVC {audit} avc:  denied  {what} comm="{process}" src={port} scontext={rest}',
    'type=AVC {audit} avc:  denied  {what} comm="{process}" name="{file}" dev={rest}',
  ),
  cause(
    'log-service-absent',
    'Failed to {verb} {name}: Unit {absent} not found',
    'Failed to {verb} {name}: Unit {absent} not loaded',
    'Failed to {verb} unit: Unit file {absent} does not exist',
    'Unit {absent} could not be found',
    'Unit {absent} not found',
  ),
  cause(
    'log-service-masked',
    'Failed to {verb} {name}: Unit {unit} is masked',
    'Failed to {verb} unit: Unit file {masked} is masked',
    'Unit {unit} is masked',
  ),
  cause(
    'log-address-in-use',
    ...ofDocker(
      '{rest}Bind for {address}:{port} failed: port is already allocated',
      '{rest}listen {family} {address}:{port}: bind: address already in use',
      '{rest}listen {family} {address}:{port}: bind: {os}',
    ),
  ),
  cause(
    'log-mount',
    ...ofDocker(
      '{rest}error mounting "{file}" to rootfs at {where}: not a directory{hint}',
      '{rest}Are you trying to mount a directory onto a file (or vice-versa)?{hint}',
    ),
  ),
  cause(
    'log-container-name',
    ...ofDocker('Conflict. The container name "/{name}" is already in use by container {hint}'),
  ),
  cause('log-disk-full', ...ofDocker('{rest}: no space left on device')),
  cause('log-container-setup', ...ofDocker('{why}').slice(0, 2), 'Unable to find image "{image}" locally'),
  cause(
    'log-engine',
    'Cannot connect to the Docker daemon at {socket}. Is the docker daemon running?',
    'docker: Cannot connect to the Docker daemon at {socket}. Is the docker daemon running?',
    'permission denied while trying to connect to the Docker {what} at {hint}',
    'docker: permission denied while trying to connect to the Docker {what} at {hint}',
    'Got permission denied while trying to connect to the Docker daemon socket at {hint}',
    'docker: Got permission denied while trying to connect to the Docker daemon socket at {hint}',
  ),
  sign(
    'service-failed',
    'Failed to start {unit}',
    'Service {unit} exited with code {exit} (by signal 0)',
    // Compose; code 0 is none of a failure.
    '{unit} exited with code {exit}',
    // supervisord.
    'WARN exited: {unit} ({rest}',
    'INFO exited: {unit} ({rest}',
    'INFO gave up: {unit} entered FATAL state{rest}',
    '{unit}: Failed with result "{result}"',
    '{unit}: Main process exited, code={code}, status={status}',
    '{unit}: Unit entered failed state',
    '{unit}: Start request repeated too quickly',
    '{unit} start request repeated too quickly, refusing to start',
    '{unit}: start request repeated too quickly, refusing to start',
    '{unit}: main process exited, code={code}, status={status}',
    'Unit {unit} entered failed state',
    'Active: failed ({rest}',
    'Active: activating (auto-restart) ({rest}',
    'Process: {rest}status=1/FAILURE)',
    'Main PID: {rest}status=1/FAILURE)',
    'Job for {unit} failed because {rest}',
    // The service manager of Windows.
    'The {unit} service terminated unexpectedly.{rest}',
    'The {unit} service terminated with the following{rest}',
    'The {unit} service failed to start due to the following error:{rest}',
    'The {unit} service could not be started',
    'The {unit} service on {computer} started and then stopped.{rest}',
    '{unit} 服务意外地终止{rest}',
    '{unit} 服务因{rest}',
    '{unit} 服务无法启动',
  ),
  // Ended because somebody asked for it.
  sign(
    'detail',
    'Service {unit} exited with code {n} (by signal {m})',
    'Service {unit} exited with code 0 (by signal 0)',
  ),
]
