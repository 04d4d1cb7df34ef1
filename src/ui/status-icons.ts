import type { LucideIcon } from 'lucide-react';
import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePlay,
  CircleQuestionMark,
  CircleStop,
  CircleX,
  Hourglass,
  Info,
  LoaderCircle,
  OctagonX,
  ShieldCheck,
  TriangleAlert,
  Unplug,
  Wrench,
} from 'lucide-react';

/** Each has its own outline, so that it reads without colour and at 16 px. `running` turns. */
export const STATUS_ICONS = {
  success: CircleCheck,
  failed: CircleX,
  partial: TriangleAlert,
  warning: TriangleAlert,
  alert: CircleAlert,
  running: LoaderCircle,
  pending: CircleDashed,
  unknown: CircleDashed,
  scheduled: CalendarClock,
  stopped: CircleStop,
  cancelled: Ban,
  impaired: OctagonX,
  maintaining: Wrench,
  initializing: Hourglass,
  noData: CircleQuestionMark,
  notApplicable: CircleMinus,
  avoided: ShieldCheck,
  disconnected: Unplug,
  started: CirclePlay,
  info: Info,
} as const satisfies Record<string, LucideIcon>;

export type StatusIconName = keyof typeof STATUS_ICONS;

/** The icon of a name; an icon given as such is used as it is. */
export function statusIcon(icon: StatusIconName | LucideIcon): LucideIcon {
  return typeof icon === 'string' ? STATUS_ICONS[icon] : icon;
}
