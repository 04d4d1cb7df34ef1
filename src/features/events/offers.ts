import type { LucideIcon } from 'lucide-react';
import { CalendarClock, Camera, Check, ExternalLink, RotateCw, Trash2, Undo2 } from 'lucide-react';
import type { EventAction } from '@/domain/system-event-actions';

export const ACTION_ICONS: Readonly<Record<EventAction, LucideIcon>> = {
  restart: RotateCw,
  reschedule: CalendarClock,
  snapshot: Camera,
  release: Trash2,
  renew: ExternalLink,
  accept: Check,
  cancelDrill: Undo2,
};
