import type { Rule } from '../rule.ts'

const REMOVE = { en: 'removes or stops containers or their data', zh: '删除或停止容器及其数据' }

/** Docker, podman, compose and kubernetes. */
export const CONTAINER_RULES: readonly Rule[] = [
  {
    id: 'docker.remote',
    programs: 'docker podman nerdctl',
    when: { flags: 'H host c context' },
    class: 'unknown',
    reason: { en: 'cannot be judged: works on another machine', zh: '无法判断：操作另一台机器' },
    match: ['docker -H tcp://x ps'],
    noMatch: ['docker ps'],
  },
  {
    id: 'docker.change',
    programs: 'docker podman nerdctl',
    when: {
      sub: 'start|restart|pull|build|create|tag|commit|rename|unpause|cp|save|load|import|export|login|logout|push|update|container start|container restart|container create|container rename|container unpause|container cp|container export|container update|container commit|image pull|image build|image tag|image save|image load|image push|volume create|network create|network connect|compose up|compose start|compose restart|compose pull|compose build|compose create|compose unpause|compose push|builder build|buildx build|swarm init|swarm join|service create|service update|service scale|context use|context create',
    },
    class: 'change',
    reason: { en: 'starts or builds containers', zh: '启动或构建容器' },
    match: ['docker restart web', 'docker pull x', 'docker compose up -d'],
    noMatch: ['docker ps'],
  },
  {
    id: 'docker.remove',
    programs: 'docker podman nerdctl',
    when: {
      sub: 'rm|rmi|prune|stop|kill|pause|container rm|container stop|container kill|container prune|container pause|container remove|image rm|image prune|image remove|volume rm|volume prune|volume remove|network rm|network prune|network remove|network disconnect|system prune|system reset|builder prune|buildx prune|buildx rm|compose down|compose rm|compose stop|compose kill|compose pause|swarm leave|stack rm|stack down|service rm|node rm|secret rm|config rm|plugin rm|plugin disable|context rm|pod rm|pod stop|pod kill|pod prune|machine rm|machine stop',
    },
    class: 'destructive',
    reason: REMOVE,
    match: [
      'docker rm x',
      'docker system prune -af',
      'docker compose down',
      'docker --context a rm x',
      'docker stop web',
    ],
    noMatch: ['docker ps'],
  },
  {
    id: 'compose.orphans',
    programs: 'docker docker-compose podman podman-compose',
    when: { flags: 'remove-orphans', arg: /^up$/ },
    class: 'destructive',
    reason: REMOVE,
    match: ['docker compose up -d --remove-orphans'],
    noMatch: ['docker compose up -d'],
  },
  {
    id: 'compose.change',
    programs: 'docker-compose podman-compose',
    when: { sub: 'up|start|restart|pull|build|create|unpause|push|scale' },
    class: 'change',
    reason: { en: 'starts or builds containers', zh: '启动或构建容器' },
    match: ['docker-compose up -d'],
    noMatch: ['docker-compose ps'],
  },
  {
    id: 'compose.remove',
    programs: 'docker-compose podman-compose',
    when: { sub: 'down|rm|stop|kill|pause' },
    class: 'destructive',
    reason: REMOVE,
    match: ['docker-compose down', 'docker-compose -f x down -v'],
    noMatch: ['docker-compose ps'],
  },
  {
    id: 'kube.secrets',
    programs: 'kubectl k3s',
    when: { sub: 'get|describe', operand: /^secrets?(?:\/|$)/ },
    class: 'change',
    reason: { en: 'shows secrets', zh: '显示机密' },
    match: ['kubectl get secret x -o yaml'],
    noMatch: ['kubectl get pods'],
  },
  {
    id: 'kube.change',
    programs: 'kubectl',
    when: {
      sub: 'apply|create|label|annotate|scale|rollout restart|rollout undo|set|patch|expose|cordon|uncordon|config use-context',
    },
    class: 'change',
    reason: { en: 'changes the cluster', zh: '更改集群' },
    match: ['kubectl apply -f x'],
    noMatch: ['kubectl get pods'],
  },
  {
    id: 'kube.scale.none',
    programs: 'kubectl',
    when: { sub: 'scale', arg: /^(?:--replicas=)?0+$/ },
    class: 'destructive',
    reason: { en: 'stops all copies of a workload', zh: '停止该工作负载的所有副本' },
    match: ['kubectl scale deploy web --replicas=0', 'kubectl scale --replicas 0 deploy web'],
    noMatch: ['kubectl scale deploy web --replicas=10'],
  },
  {
    id: 'kube.delete',
    programs: 'kubectl',
    when: { sub: 'delete|drain|replace|taint|edit' },
    class: 'destructive',
    reason: { en: 'removes from the cluster', zh: '从集群中删除' },
    match: ['kubectl delete pod x', 'kubectl -n a delete pod x'],
    noMatch: ['kubectl get pods'],
  },
]
