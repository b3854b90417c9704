/**
 * Calls of CloudTrail that change whether, where and what a trail records (CloudTrail API Reference). Their records
 * are kept beside the sign-ins, to explain gaps; they are no sign-ins.
 */
export const TRAIL_CHANGES = [
  'StopLogging',
  'StartLogging',
  'CreateTrail',
  'UpdateTrail',
  'DeleteTrail',
  'PutEventSelectors',
  'PutInsightSelectors',
] as const
