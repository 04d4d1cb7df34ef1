const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Delay by age, both in milliseconds: most scripts end within seconds, the long ones are in no hurry. */
const STEPS = [
  { youngerThan: 30 * SECOND, delay: SECOND },
  { youngerThan: 2 * MINUTE, delay: 2 * SECOND },
  { youngerThan: 10 * MINUTE, delay: 5 * SECOND },
  { youngerThan: 60 * MINUTE, delay: 15 * SECOND },
];
const SLOWEST = 30 * SECOND;

/**
 * How long to wait, in milliseconds, before asking again for a run that is `ageMs` old. An age below zero (the
 * server's clock is ahead) counts as just started.
 */
export function pollDelay(ageMs: number): number {
  return STEPS.find((step) => ageMs < step.youngerThan)?.delay ?? SLOWEST;
}
