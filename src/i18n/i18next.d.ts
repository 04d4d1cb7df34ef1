import 'i18next';
import type { resources } from './locales/en/index';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof resources;
    returnNull: false;
  }
}
