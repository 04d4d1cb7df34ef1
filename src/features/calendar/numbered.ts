import type { Collision } from '@/domain/event-collisions';

/** A collision as the list and the grid name it. */
export interface NumberedCollision extends Collision {
  /** From 1, by time. */
  number: number;
}
