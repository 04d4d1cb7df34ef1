import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { computeStylesInline } from './inline-styles';

await startI18n('en');

// Pages load their parts when first used, which takes its time on a busy machine. A test that passes never waits for it.
configure({ asyncUtilTimeout: 10_000 });

// A query that waits fails many times before it finds. Only the last failure needs a picture of the document, which the
// library draws each time; while it tries again it says so in a flag of its own.
interface Diagnostics {
  _disableExpensiveErrorDiagnostics: boolean;
}
const { getElementError } = getConfig();
configure({
  getElementError: (message, container) =>
    (getConfig() as unknown as Diagnostics)._disableExpensiveErrorDiagnostics
      ? Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' })
      : getElementError(message, container),
});

computeStylesInline();

// Vitest runs without globals, so Testing Library cannot register its own clean-up.
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

// jsdom lacks these; the components only need them to exist.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.getAnimations ??= () => [];
