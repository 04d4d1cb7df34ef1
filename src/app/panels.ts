import { create } from 'zustand';

/** What floats over or stands beside the page, one at a time. */
export type Panel = 'palette' | 'keys' | 'calls';

/** The button whose menu opens the panels: the focus goes back there from a panel that is no dialog. */
export const ACCOUNT_BUTTON_ID = 'frame-account';

interface Panels {
  open: Panel | null;
  show(panel: Panel): void;
  close(): void;
}

export const usePanels = create<Panels>()((set) => ({
  open: null,
  show: (panel) => set({ open: panel }),
  close: () => set({ open: null }),
}));
