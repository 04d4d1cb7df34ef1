import { describe, expect, it } from 'vitest';
import { execute } from '../execute';
import { testJob, textOf } from '../test-instance';

async function shell(script: string) {
  const { output, exitCode } = await execute(testJob(script), new AbortController().signal);
  return { text: textOf(output), exitCode };
}

describe('where a script ends', () => {
  it.each([
    ['beside a substitution', 'set -u; echo "$NOPE $(hostname)"; echo on', 'bash: NOPE: unbound variable\n'],
    ['in an assignment', 'set -u; x="$NOPE$(hostname)"; echo on', 'bash: NOPE: unbound variable\n'],
    ['in a group', 'set -euo pipefail; { echo "$NOPE"; }; echo on', 'bash: NOPE: unbound variable\n'],
    ['in a function', 'set -u\nf() { echo "$(echo $1) $2"; }\nf a\necho on', 'bash: $2: unbound variable\n'],
    ['in a loop', 'set -o nounset; for i in $NOPE; do :; done; echo on', 'bash: NOPE: unbound variable\n'],
    ['into a file', 'set -u; { echo "$NOPE"; } > /tmp/f; echo on', 'bash: NOPE: unbound variable\n'],
  ])('C4: an unset variable under set -u ends it %s', async (_where, script, text) => {
    expect(await shell(script)).toEqual({ text, exitCode: 1 });
  });

  it.each([
    ['set -u; f() { local m="$1"; echo "$m ${2:-none} $# $?"; }; f x', 'x none 1 0\n'],
    ['set -u; a=(1 2); echo "${a[@]} ${#a[@]}"; echo "$RANDOM" | grep -c "[0-9]"', '1 2 2\n1\n'],
    ['set -u; set +u; echo "[$NOPE]"', '[]\n'],
    ['echo "[$NOPE]"; set -u; echo end', '[]\nend\n'],
  ])('C4: set -u leaves %j alone', async (script, text) => {
    expect(await shell(script)).toEqual({ text, exitCode: 0 });
  });

  it.each([
    ['f() { false; echo in; }; f || echo other', 'in\n'],
    ['f() { return 5; }; f || echo "rc $?"', 'rc 5\n'],
    ['f() { return 5; }; g() { f || return 7; }; g || echo "rc $?"', 'rc 7\n'],
    ['{ false; echo in; } || echo other', 'in\n'],
    ['(exit 3) || echo "rc $?"', 'rc 3\n'],
    ['f() { false; }; for i in 1 2; do f || continue; done', ''],
    ['f() { return 1; }; f && echo a || echo b', 'b\n'],
  ])('C4: under set -e, %j goes on', async (script, text) => {
    expect(await shell(`set -e; ${script}; echo end`)).toEqual({ text: `${text}end\n`, exitCode: 0 });
  });

  it('C4: under set -e, a failing function that nothing catches ends it', async () => {
    expect(await shell('set -e; f() { return 5; }; f && echo never; echo on; f; echo never')).toEqual({
      text: 'on\n',
      exitCode: 5,
    });
  });

  it('K1: exec > >(tee FILE) 2>&1 prints to the record and into the file', async () => {
    const first = testJob(
      'exec > >(tee -a "/var/log/$(basename my.sh).log") 2>&1\necho one; ls /none; hostname',
    );
    const { output, files } = await execute(first, new AbortController().signal);
    const text = 'one\nls: cannot access /none: No such file or directory\nweb-prod-01\n';
    expect(textOf(output)).toBe(text);
    const again = testJob('cat /var/log/my.sh.log', { files: files ?? [] });
    expect(textOf((await execute(again, new AbortController().signal)).output)).toBe(text);
  });

  it('C4: what $(…) writes to stderr stands where it was written', async () => {
    const script =
      'a=$(ls /n1); echo 1; echo "<$(ls /n2)>"; for i in $(ls /n3; echo x); do echo $i; done; { b=$(ls /n4); } 2>/dev/null; echo "$(ls /n5 2>/dev/null)."';
    const no = (name: string) => `ls: cannot access /${name}: No such file or directory\n`;
    expect((await shell(script)).text).toBe(`${no('n1')}1\n${no('n2')}<>\n${no('n3')}x\n.\n`);
  });
});
