import { expect, it } from 'vitest';
import { oldStatusOf } from './run-record';

it('C6: a record that is being stopped is still Running in the words of the manual', () => {
  expect(oldStatusOf('Stopping', 'manual')).toBe('Running');
  expect(oldStatusOf('Stopping', 'today')).toBe('Stopping');
  expect(oldStatusOf('Terminated', 'manual')).toBe('Stopped');
});
