import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BackendUnavailable, type BackendProblem } from './backend';
import { BootFailure } from './BootFailure';

describe('BootFailure', () => {
  it.each([
    ['damaged', 'The demo’s data cannot be read', true],
    ['newerVersion', 'The demo’s data comes from a newer version', true],
    ['failed', 'The demo did not start', true],
    ['storageRefused', 'The demo has nowhere to keep its data', false],
    ['insecure', 'The demo cannot start in this window', false],
    ['notLoaded', 'A part of the console did not load', false],
  ] satisfies [BackendProblem, string, boolean][])(
    'K1: %s is told in words, with a way out',
    (problem, title, reset) => {
      render(<BootFailure failure={new BackendUnavailable(problem, new Error('the cause'))} />);
      expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
      expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Reset demo data' }) !== null).toBe(reset);
      expect(screen.getByText('the cause')).toBeVisible();
    },
  );
});
