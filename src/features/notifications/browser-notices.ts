import { useSyncExternalStore } from 'react';

/**
 * Whether the browser's own notifications are shown. `unsupported`: it has none, or not for this page; `denied`: it was told not
 * to, and only its own settings change that.
 */
export type BrowserNotices = 'unsupported' | 'denied' | 'off' | 'on';

const KEY = 'browser-notifications';
const CHANGED = 'browser-notifications-changed';

/** How it stands now; the browser may have been told otherwise meanwhile. */
export function browserNotices(): BrowserNotices {
  if (typeof Notification === 'undefined' || !window.isSecureContext) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && isWanted() ? 'on' : 'off';
}

/** Turns them on, for which the browser may ask the person: only call it from a press. */
export async function turnOnBrowserNotices(): Promise<void> {
  if (typeof Notification === 'undefined') return;
  const permission = await Notification.requestPermission();
  want(permission === 'granted');
}

export function turnOffBrowserNotices(): void {
  want(false);
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function want(wanted: boolean): void {
  try {
    if (wanted) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept they stay off.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function useBrowserNotices(): BrowserNotices {
  return useSyncExternalStore(subscribe, browserNotices);
}

function subscribe(listener: () => void): () => void {
  // Whoever changed the browser's settings comes back to the page afterwards.
  const events = [CHANGED, 'storage', 'focus'];
  for (const name of events) window.addEventListener(name, listener);
  return () => {
    for (const name of events) window.removeEventListener(name, listener);
  };
}

export interface Notice {
  /** Those with the same tag replace one another. */
  tag: string;
  title: string;
  body: string;
  onOpen(): void;
}

/** Shows it, if this is wanted and nobody looks at the console; a press brings the console to the front. */
export async function showNotice({ tag, title, body, onOpen }: Notice): Promise<void> {
  if (browserNotices() !== 'on' || document.visibilityState === 'visible' || (await isSeenElsewhere()))
    return;
  try {
    const notice = new Notification(title, { tag, body });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
      onOpen();
    });
  } catch {
    // Some browsers have notifications for service workers only.
  }
}

const SEEN = 'console-on-screen';

/** Lets the other tabs know, while this one is on screen; returns the undo. */
export function tellOnScreen(): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return () => undefined;
  let letGo: (() => void) | null = null;
  const follow = () => {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible && !letGo) {
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      void locks.request(SEEN, { mode: 'shared' }, () => held);
    } else if (!isVisible) {
      letGo?.();
      letGo = null;
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    letGo?.();
    letGo = null;
  };
}

async function isSeenElsewhere(): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some(({ name }) => name === SEEN);
}
