/**
 * The people, places and tools of the sample story. Account numbers are the ones AWS uses in its documents,
 * addresses come from the ranges reserved for documentation (RFC 5737, RFC 3849), names are made up.
 */
export const PRODUCTION = '111122223333'
/** The account that holds Identity Center. */
export const MANAGEMENT = '444455556666'
export const DEVELOPMENT = '777788889999'

export const TOKYO = 'ap-northeast-1'
/** Where global records stand: root, and users without an account alias cookie. */
export const GLOBAL = 'us-east-1'
/** Where the global endpoint sends a Japanese user who has such a cookie. */
export const SYDNEY = 'ap-southeast-2'

export const OFFICE = '203.0.113.41'
export const HOME_OF_KENJI = '192.0.2.88'
export const HOME_OF_MIKA = '2001:db8:17::52'
export const STRANGER = '198.51.100.23'

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36'
export const FIREFOX = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:147.0) Gecko/20100101 Firefox/147.0'
export const OLD_CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36'
export const PORTAL_AGENT = `Jersey/\${project.version}`
export const CLI = 'aws-cli/2.32.7 md/awscrt#0.29.1 ua/2.1 os/macos#25.3.0 md/arch#arm64 lang/python#3.13.9'
export const PYTHON = 'python-requests/2.32.3'
export const TERRAFORM = 'APN/1.0 HashiCorp/1.0 Terraform/1.11.2 terraform-provider-aws/5.91.0'

export const CONSOLE = 'https://console.aws.amazon.com/console/home'

/** One who signs in through Identity Center. */
export interface PortalUser {
  readonly name: string
  /** The ID in the identity store. */
  readonly id: string
  readonly role: string
  readonly account: string
}

export const MIKA: PortalUser = {
  name: 'mika.tanaka',
  id: '97670000-0000-4000-8000-00000000a001',
  role: 'AWSReservedSSO_AdministratorAccess_5f1c0e9d2b7a4e36',
  account: PRODUCTION,
}
export const HARUTO: PortalUser = {
  name: 'haruto.ito',
  id: '97670000-0000-4000-8000-00000000a002',
  role: 'AWSReservedSSO_PowerUserAccess_a0b37c51d94e6f28',
  account: DEVELOPMENT,
}
export const YUI: PortalUser = {
  name: 'yui.nakamura',
  id: '97670000-0000-4000-8000-00000000a003',
  role: 'AWSReservedSSO_ViewOnlyAccess_c8d2e4f60a1b3957',
  account: PRODUCTION,
}

/** Names that the stranger tried and that exist in the production account. */
export const TRIED_NAMES = [
  'admin',
  'alice',
  'backup',
  'billing',
  'bob',
  'deploy',
  'dev',
  'jenkins',
  'kenji.sato',
  'support',
  'terraform',
  'test',
] as const
