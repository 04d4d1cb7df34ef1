/** What the pages of Cloud Assistant share: how a run, its outcome and a command's type look. */
export { OUTCOME_LOOK } from './outcome-look';
export { OutcomeStatus } from './OutcomeStatus';
export { isUnderWay, overallOutcome } from './overall-outcome';
export { type Quota, useCommandQuota, useRunQuota } from './quota';
export { TypeBadge } from './TypeBadge';
export { UnreadDetail } from './UnreadDetail';
