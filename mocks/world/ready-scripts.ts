import type { CommandType } from '@/domain/command-type';

/** A command the account's teams had saved before the demo began. */
export interface ReadyCommand {
  name: string;
  description: string;
  type: CommandType;
  content: string;
  /** Empty: the type's default. */
  workingDir: string;
  timeoutSeconds: number;
  enableParameter: boolean;
  /** Created this many days before the account was born. */
  daysOld: number;
}

function shell(
  name: string,
  daysOld: number,
  timeoutSeconds: number,
  description: string,
  content: string,
): ReadyCommand {
  const enableParameter = content.includes('{{');
  return {
    name,
    description,
    type: 'RunShellScript',
    content: content.trimStart(),
    workingDir: '',
    timeoutSeconds,
    enableParameter,
    daysOld,
  };
}

function windows(
  type: 'RunPowerShellScript' | 'RunBatScript',
  name: string,
  daysOld: number,
  description: string,
  content: string,
): ReadyCommand {
  const enableParameter = content.includes('{{');
  return {
    name,
    description,
    type,
    content: content.trimStart(),
    workingDir: '',
    timeoutSeconds: 300,
    enableParameter,
    daysOld,
  };
}

/** Saved commands of the home region, newest first. Every Shell one runs on the demo's instances. */
export const READY_COMMANDS: readonly ReadyCommand[] = [
  shell('disk-check', 1.4, 60, 'Fails when a file system is fuller than the limit', `
#!/bin/bash
df -h "{{mount}}"
used=$(df -P "{{mount}}" | awk 'NR == 2 { sub("%", "", $5); print $5 }')
limit="{{limit}}"
echo "$(hostname): {{mount}} is $used% full"
[ "$used" -lt "\${limit:-85}" ]
`),
  shell('hello', 3.2, 60, 'Says hello, for trying things out', `
echo "Hello, {{who}}! This is $(hostname)."
`),
  shell('deploy-web', 4.6, 1800, 'Unpacks a release beside the current one and switches to it', `
#!/bin/bash
set -eu
app="{{app}}"
version="{{version}}"
root="{{root}}"
release="$root/releases/$version"

echo "==> $app $version on $(hostname)"
mkdir -p "$release"
echo "$version" > "$release/VERSION"
echo "==> switching"
ln -sfn "$release" "$root/current"
echo "==> checking"
live=$(cat "$root/current/VERSION")
if [ "$live" != "$version" ]; then
  echo "expected $version, found $live" >&2
  exit 1
fi
ls "$root/releases"
echo "$app $live is live"
`),
  shell('users-audit', 6.1, 120, 'Accounts that can log in, and members of the admin groups', `
echo "== Accounts with a login shell"
awk -F: '$7 !~ /(nologin|false|sync|halt|shutdown)$/ { printf "%-12s uid %-6s %s\\n", $1, $3, $7 }' /etc/passwd
echo "== Administrators"
grep -E '^(wheel|sudo):' /etc/group || echo "no admin group"
`),
  shell('nginx-log-tail', 7.9, 60, 'Last lines of the access log, then a count by status', `
log=/var/log/nginx/access.log
if [ ! -r "$log" ]; then
  echo "$(hostname) has no $log" >&2
  exit 2
fi
tail -n "{{lines}}" "$log"
echo "== Requests by status"
awk '{ count[$9]++ } END { for (status in count) print status, count[status] }' "$log" | sort
`),
  shell('os-release', 9.3, 60, 'System, kernel and host name', `
. /etc/os-release
echo "$(hostname) $PRETTY_NAME $(uname -r)"
`),
  shell('uptime-load', 11.5, 60, 'Uptime and load averages', `
uptime
`),
  shell('top-cpu', 13.8, 60, 'The processes that use the most CPU', `
count="{{count}}"
ps aux --sort=-%cpu | head -n "$((count + 1))"
`),
  shell('memory-report', 15.2, 60, 'Memory in use; fails when less than a tenth is available', `
free -m
free -m | awk '/^Mem:/ {
  share = int($7 * 100 / $2)
  printf "%d MiB of %d MiB available (%d%%)\\n", $7, $2, share
  exit share < 10
}'
`),
  shell('failed-units', 17.7, 60, 'Services that should run and do not', `
state=$(systemctl is-active "{{unit}}")
echo "$(hostname): {{unit}} is $state"
[ "$state" = active ]
`),
  windows('RunPowerShellScript', 'win-inventory', 19.1, 'Computer name and where the agent works', `
$name = hostname
Write-Output "Computer: $name"
Write-Output "Checked for: {{team}}"
`),
  shell('log-sizes', 21.4, 300, 'Largest files under a directory', `
du -a "{{path}}" 2>/dev/null | sort -rn | head -n 15
`),
  shell('disk-clean', 22.6, 600, 'Removes old logs under a path', `
#!/bin/bash
before=$(find "{{path}}" -type f -name '*.log.*' | wc -l)
find "{{path}}" -type f -name '*.log.*' -mtime "+{{days}}" -print -delete
after=$(find "{{path}}" -type f -name '*.log.*' | wc -l)
echo "$(hostname): $((before - after)) of $before old logs removed from {{path}}"
`),
  shell('cert-files', 25.3, 120, 'Certificate files under a directory', `
found=0
for certificate in "{{dir}}"/*.crt; do
  [ -e "$certificate" ] || continue
  found=$((found + 1))
  echo "$certificate: $(grep -c 'BEGIN CERTIFICATE' "$certificate") in it"
done
echo "$found certificate files under {{dir}} on $(hostname)"
[ "$found" -gt 0 ]
`),
  shell('ntp-offset', 27.9, 60, 'Offset of the clock where chrony runs, the time elsewhere', `
if command -v chronyc > /dev/null; then
  chronyc tracking | grep -E 'System time|Leap status'
else
  echo "$(hostname) $(date -u '+%Y-%m-%dT%H:%M:%SZ')"
fi
`),
  shell('backup-etc', 30.2, 900, 'Copies configuration files aside', `
target="/root/backup/$(date -u +%Y%m%d)"
mkdir -p "$target"
for file in /etc/hosts /etc/passwd /etc/group /etc/crontab; do
  cp "$file" "$target/" && echo "$file: $(wc -l < "$file") lines"
done
echo "kept in $target"
`),
  shell('set-motd', 33.4, 60, 'Text shown at login', `
printf '%s\\n' "{{text}}" > /etc/motd
cat /etc/motd
`),
  windows('RunBatScript', 'win-hello', 35.0, 'Bat: says hello', `
@echo off
echo Hello from %COMPUTERNAME%
hostname
`),
  shell('hosts-check', 38.8, 60, 'Whether a name is in /etc/hosts', `
grep -w "{{name}}" /etc/hosts && exit 0
echo "{{name}} is not in /etc/hosts of $(hostname)" >&2
exit 4
`),
  shell('mounts', 41.5, 60, 'File systems and what they are mounted on', `
df -h
echo
cat /proc/mounts
`),
  shell('cpu-info', 44.1, 60, 'Processors as the kernel sees them', `
grep -c '^processor' /proc/cpuinfo
grep -m 1 'model name' /proc/cpuinfo
`),
  shell('wait-and-report', 47.6, 3600, 'Works through a queue step by step; for watching a long run', `
#!/bin/bash
steps="{{steps}}"
for i in $(seq 1 "\${steps:-10}"); do
  echo "$(hostname): step $i of \${steps:-10}"
  sleep 2
done
`),
  {
    ...shell('tmp-usage', 52.2, 120, 'What lies in /tmp, largest first', `
pwd
ls -laS
`),
    workingDir: '/tmp',
  },
  windows('RunPowerShellScript', 'win-exit-code', 57.3, 'PowerShell: ends with a chosen exit code', `
Write-Output "Ending with {{code}}"
exit {{code}}
`),
]; // prettier-ignore

/** What the smaller regions keep of these. */
export const OUTPOST_COMMANDS: readonly string[] = [
  'disk-check',
  'hello',
  'os-release',
  'uptime-load',
  'win-hello',
];
