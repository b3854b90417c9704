import { z } from 'zod'

/** Every detection rule that ships, in the order in which the families are written. The ID is kept in case files. */
export const RULE_IDS = [
  // failures
  'console-failed',
  'failures-few',
  'failures-address',
  'failures-user',
  'failures-unusual',
  'spray-account',
  'spray-address',
  'hidden-burst',
  'failures-then-success',
  'failures-then-success-address',
  // second factor
  'no-mfa',
  'no-mfa-after-mfa',
  'mfa-failed',
  'mfa-flood',
  'mfa-abandoned',
  'mfa-abandoned-elsewhere',
  // root
  'root-no-mfa',
  'root-login',
  'root-activity',
  'root-failed',
  'root-failed-repeatedly',
  'root-brute-force',
  'root-recovery',
  'root-password-changed',
  'root-email-changed',
  // sessions and tokens
  'signin-token',
  'ec2-console',
  'federated-user-login',
  'bypass-saml',
  'attack-agent',
  'role-switch',
  'role-switch-failed',
  'role-switch-after-no-mfa',
  'oauth-address',
  // Identity Center and sign-in policies
  'idp-failures',
  'idc-unfinished',
  'idc-unfinished-elsewhere',
  'policy-denied',
  // places
  'countries-iam',
  'countries-any',
  'new-country',
  'outside-trusted',
  'several-addresses',
  'new-user',
  'new-address',
  'new-agent',
  'new-region',
] as const
export const RuleId = z.enum(RULE_IDS)
export type RuleId = z.infer<typeof RuleId>
