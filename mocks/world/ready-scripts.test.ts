import { afterAll, describe, expect, it } from 'vitest';
import { scanParameters, substitute, unquotedUses } from '@/domain/parameters';
import { createInlineRunner } from '../agent/inline-runner';
import { READY_COMMANDS } from './ready-scripts';
import { createWorld, HOME_REGION } from './world';

const bornAt = Date.UTC(2026, 10, 22);
const home = createWorld({ seed: 1, fleetSize: 60, bornAt }).instances(HOME_REGION);
const named = (name: string) => home.find((instance) => instance.instanceName === name)!;

const runner = createInlineRunner();
afterAll(() => runner.close());

/** What a user might type. */
const VALUES: Readonly<Record<string, string>> = {
  app: 'shop', code: '0', count: '5', days: '30', dir: '/etc/nginx/ssl', limit: '99', lines: '2', mount: '/', name: 'localhost',
  path: '/var/log', root: '/srv/shop', steps: '1', team: 'ops', text: "it's fine", unit: 'nginx', version: '1.0.0', who: 'you',
}; // prettier-ignore

describe.each(READY_COMMANDS.map((command) => [command.name, command] as const))(
  'the ready-made %s',
  (_name, command) => {
    it('A3: quotes its parameters, and all of them are known here', () => {
      const { names, problems } = scanParameters(command.content);
      expect(problems).toEqual([]);
      expect(names.filter((name) => !Object.hasOwn(VALUES, name))).toEqual([]);
      expect(command.enableParameter).toBe(names.length > 0);
    });

    it('K1: runs to a good end on an instance it is meant for', async () => {
      const onLinux = command.type === 'RunShellScript';
      const result = await runner.run(
        {
          id: `t-1/${command.name}/1`,
          type: command.type,
          script: substitute(command.content, { ...VALUES }).text,
          workingDir: command.workingDir,
          timeoutSeconds: command.timeoutSeconds,
          username: '',
          instance: named(onLinux ? 'web-prod-01' : 'win-rdp-01'),
          files: [],
          now: bornAt,
        },
        new AbortController().signal,
      );
      const text = new TextDecoder().decode(result.output);
      expect({ outcome: result.outcome, exitCode: result.exitCode, text }).toEqual({
        outcome: 'exited',
        exitCode: 0,
        text,
      });
      expect(text).not.toMatch(/not found|Permission denied|\{\{/);
      expect(text).not.toBe('');
    });
  },
);

describe('the ready-made Shell commands', () => {
  it('B9: use no parameter outside quotes', () => {
    const unquoted = READY_COMMANDS.filter(
      ({ type, content }) => type === 'RunShellScript' && unquotedUses(content).length > 0,
    );
    expect(unquoted.map((command) => command.name)).toEqual([]);
  });
});
