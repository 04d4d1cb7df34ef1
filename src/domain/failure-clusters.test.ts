import { describe, expect, it } from 'vitest';
import { failureClusters } from './failure-clusters';

describe('clusters of failures', () => {
  it('C7: join what has error code, exit code and last line in common, most instances first', () => {
    const clusters = failureClusters([
      { instanceId: 'i-1', errorCode: '', exitCode: 2, lastLine: 'no such file' },
      { instanceId: 'i-2', errorCode: 'ExecutionTimeout', exitCode: undefined, lastLine: '' },
      { instanceId: 'i-3', errorCode: '', exitCode: 1, lastLine: 'no such file' },
      { instanceId: 'i-4', errorCode: 'ExecutionTimeout', exitCode: undefined, lastLine: '' },
      { instanceId: 'i-5', errorCode: '', exitCode: 2, lastLine: 'read-only' },
    ]);
    expect(clusters.map(({ instanceIds }) => instanceIds)).toEqual([
      ['i-2', 'i-4'],
      ['i-1'],
      ['i-3'],
      ['i-5'],
    ]);
    expect(clusters[0]).toMatchObject({ errorCode: 'ExecutionTimeout', exitCode: undefined, lastLine: '' });
  });

  it('C7: texts that only look alike when joined stay apart', () => {
    const clusters = failureClusters([
      { instanceId: 'i-1', errorCode: 'A 1', exitCode: undefined, lastLine: 'x' },
      { instanceId: 'i-2', errorCode: 'A', exitCode: 1, lastLine: 'x' },
    ]);
    expect(clusters).toHaveLength(2);
  });
});
