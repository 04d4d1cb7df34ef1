import type { CommandDraft } from '@/domain/command-draft';

/** A first command to learn from: two parameters, quoted, and an exit code that can be made to fail. */
export const SAMPLE: CommandDraft = {
  name: 'hello-fleet',
  description: '',
  type: 'RunShellScript',
  content: `#!/bin/sh
# {{who}} is asked for on every run; an empty {{code}} exits with 0.
code="{{code}}"
for i in 1 2 3; do
  echo "hello {{who}} from $(hostname) $i"
done
df -h /
exit "\${code:-0}"
`,
  workingDir: '',
  timeout: '60',
  enableParameter: true,
};
