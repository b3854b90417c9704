import Bowser from 'bowser'

/** Browser or tool with its version, and the system it says it runs on. A user agent is a claim, not a proof. */
export interface Agent {
  readonly agentName: string | null
  readonly agentSystem: string | null
}

const UNKNOWN: Agent = { agentName: null, agentSystem: null }

/** An archive repeats a few hundred agents; the bound keeps a hostile one from filling the memory. */
const CACHE_LIMIT = 2000
const cache = new Map<string, Agent>()

/** Names the agent of a `userAgent` text; null for what is not known. Remembers the last few thousand texts. */
export function readAgent(userAgent: string | null): Agent {
  if (userAgent === null) return UNKNOWN
  const known = cache.get(userAgent)
  if (known !== undefined) return known
  const agent = nameAgent(userAgent)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(userAgent, agent)
  return agent
}

/** `AWS Internal` and names such as `cloudformation.amazonaws.com` stand for AWS's own calls. */
const AWS_ITSELF = /^(AWS Internal(\/.*)?|[a-z0-9.-]+\.amazonaws\.com(\.cn)?)$/i

/** Tools by their product token, the more telling first: Terraform also names the SDK below it. */
const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/\bstratus-red-team_/i, 'stratus-red-team'],
  [/\bTerraform\/([\w.-]+)/i, 'Terraform'],
  [/\bPulumi\/([\w.-]+)/i, 'Pulumi'],
  [/\baws-cli\/([\w.-]+)/i, 'aws-cli'],
  [/\bBoto3\/([\w.-]+)/i, 'Boto3'],
  [/\bBotocore\/([\w.-]+)/i, 'Botocore'],
  [/\baws-sdk-go(-v2)?\/([\w.-]+)/i, 'aws-sdk-go'],
  [/\bJersey\/([\w.-]+)?/i, 'Jersey'],
  [/\bWindowsPowerShell\/([\w.-]+)/i, 'Windows PowerShell'],
  [/\bAWSPowerShell(?:\.\w+)*\/([\w.-]+)/i, 'AWS PowerShell'],
  [/^S3 Browser\/([\w.-]+)/i, 'S3 Browser'],
]

/** Tools of testers and intruders that may write their name without a version, wherever it stands in the text. */
const TESTERS = [
  'TruffleHog',
  'Pacu',
  'Prowler',
  'ScoutSuite',
  'CloudFox',
  'CloudMapper',
  'Steampipe',
  'enumerate-iam',
  'WeirdAAL',
  'Leonidas',
  'AWS-Recon',
] as const
const TESTER = new RegExp(`\\b(${TESTERS.join('|')})\\b(?:/v?(\\d[\\w.-]*))?`, 'i')

function nameAgent(userAgent: string): Agent {
  if (AWS_ITSELF.test(userAgent)) return { agentName: userAgent, agentSystem: null }
  const tester = TESTER.exec(userAgent)
  if (tester !== null) {
    const name =
      TESTERS.find((known) => known.toLowerCase() === tester[1]?.toLowerCase()) ?? tester[1] ?? null
    return {
      agentName: tester[2] === undefined ? name : `${name} ${tester[2]}`,
      agentSystem: systemOf(userAgent),
    }
  }
  // PowerShell calls itself Mozilla, but is no browser.
  const isBrowser = /^(Mozilla|Opera)\//.test(userAgent) && !/\bWindowsPowerShell\//.test(userAgent)
  if (isBrowser) return ofBrowser(userAgent)
  // API calls put the whole text in square brackets.
  const text = userAgent.replace(/^\[(.*)\]$/, '$1')
  const agentSystem = systemOf(text)
  for (const [pattern, name] of TOOLS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const version = found.at(-1)
    const full = found.length > 2 && found[1] !== undefined ? `${name}${found[1]}` : name
    return { agentName: found.length > 1 && version !== undefined ? `${full} ${version}` : full, agentSystem }
  }
  const product = /^([A-Za-z][\w.+-]{0,63})\/(\d[\w.+-]{0,31})/.exec(text)
  return product === null
    ? { agentName: null, agentSystem }
    : { agentName: `${product[1]} ${product[2]}`, agentSystem }
}

function ofBrowser(userAgent: string): Agent {
  // Parsed as far as asked: platform and engine, which nobody shows, would double the time.
  const parser = Bowser.getParser(userAgent, true)
  const browser = parser.getBrowser()
  if (!browser.name) return UNKNOWN
  const major = browser.version?.split('.')[0]
  return {
    agentName: major ? `${browser.name} ${major}` : browser.name,
    agentSystem: systemName(parser.getOS()),
  }
}

/**
 * Browsers stopped telling newer versions: Windows 11 still says 10 and macOS stays at 10.15. A version is shown
 * only for older Windows, where it is still true.
 */
function systemName(os: { readonly name?: string; readonly versionName?: string }): string | null {
  if (!os.name) return null
  return os.name === 'Windows' && os.versionName && os.versionName !== '10'
    ? `${os.name} ${os.versionName}`
    : os.name
}

/** The more telling first: Kali puts its name into the version of its kernel, which the tools of AWS print. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bkali\b|[-.]kali\d*\b/i, 'Kali Linux'],
  [/\bos\/macos\b|\bDarwin\/|\bmacOS\/|; darwin;/i, 'macOS'],
  [/\bos\/win(dows|32)\b|\bWindows[\w ]*\/|\bWindows NT\b|; windows;/i, 'Windows'],
  [/\bos\/linux\b|\bLinux\/|; linux;/i, 'Linux'],
]

function systemOf(text: string): string | null {
  return SYSTEMS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
