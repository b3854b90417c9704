import type { ReportSource } from '../model.ts'

/** Which records are sign-ins, as a jq program; the same rule as `signin/which.ts` and chapter 7. */
export const SIGN_INS_JQ = [
  'objects | .Records | arrays | .[] | objects',
  '| select(',
  '    (if (.eventSource | type) == "string" then .eventSource | ascii_downcase else "" end) as $s',
  '    | (if (.eventName | type) == "string" then .eventName else "" end) as $n',
  '    | ($s == "signin.amazonaws.com" and (["PutResourcePermissionStatement",',
  '        "DeleteResourcePermissionStatement", "ListResourcePermissionStatements", "GetResourcePolicy",',
  '        "PutConsoleAuthorizationConfiguration", "DeleteConsoleAuthorizationConfiguration",',
  '        "GetConsoleAuthorizationConfiguration"] | index($n) | not))',
  '      or ($s == "sso.amazonaws.com" and (["Authenticate", "Federate", "Logout", "CreateToken",',
  '        "CreateTokenWithIAM", "GetRoleCredentials"] | index($n)))',
  '      or ($s == "sso-oauth.amazonaws.com" and (["CreateToken", "CreateTokenWithIAM"] | index($n)))',
  '      or ($s == "iam.amazonaws.com" and $n == "EmailUpdated"))',
] as const

/** Removes copies and counts by outcome, as a jq program; the same rule as `signin/outcome.ts` and chapter 7. */
export const COUNT_JQ = [
  'def given: type == "string" and . != "";',
  'def outcome:',
  '  (if .eventName | given then .eventName else "" end) as $n',
  '  | (([(.serviceEventDetails, .responseElements) | objects | .[$n] | select(given)][0] // "")',
  '      | ascii_downcase) as $printed',
  '  | (.additionalEventData | if type == "object" then .success else null end) as $said',
  '  | if .errorCode | given then "failure"',
  '    elif $printed == "success" or $printed == "failure" then $printed',
  '    elif .errorMessage | given then "failure"',
  '    elif $printed != "" then "not stated"',
  '    elif (.eventType | given) and (.eventType | ascii_downcase) == "awsapicall"',
  '      and (["ConsoleLogin", "CheckMfa", "SwitchRole", "ExitRole", "RenewRole",',
  '        "PasswordRecoveryRequested", "PasswordRecoveryCompleted", "PasswordUpdated", "EmailUpdated",',
  '        "ExternalIdPDirectoryLogin", "CredentialChallenge", "CredentialVerification",',
  '        "UserAuthentication"] | index($n) | not)',
  '      and (($said | given | not) or ($said | ascii_downcase) == "true") then "success"',
  '    else "not stated" end;',
  'unique_by(if .eventID | given then [.eventID, .recipientAccountId] else [tojson] end)',
  '| group_by(outcome) | map({key: (.[0] | outcome), value: length}) | from_entries',
] as const

/** Both steps in Python, for machines without jq. Takes folders and files; reads nothing else. */
export const SIGN_INS_PY = [
  'import collections, gzip, json, os, sys',
  'POLICY = {"PutResourcePermissionStatement", "DeleteResourcePermissionStatement",',
  '    "ListResourcePermissionStatements", "GetResourcePolicy", "PutConsoleAuthorizationConfiguration",',
  '    "DeleteConsoleAuthorizationConfiguration", "GetConsoleAuthorizationConfiguration"}',
  'PORTAL = {"Authenticate", "Federate", "Logout", "CreateToken", "CreateTokenWithIAM",',
  '    "GetRoleCredentials"}',
  'PRINTS = {"ConsoleLogin", "CheckMfa", "SwitchRole", "ExitRole", "RenewRole",',
  '    "PasswordRecoveryRequested", "PasswordRecoveryCompleted", "PasswordUpdated", "EmailUpdated",',
  '    "ExternalIdPDirectoryLogin", "CredentialChallenge", "CredentialVerification", "UserAuthentication"}',
  'text = lambda v: v if isinstance(v, str) else ""',
  'part = lambda r, k: r.get(k) if isinstance(r.get(k), dict) else {}',
  'def sign_in(r):',
  '    s, n = text(r.get("eventSource")).lower(), text(r.get("eventName"))',
  '    return (s == "signin.amazonaws.com" and n not in POLICY',
  '        or s == "sso.amazonaws.com" and n in PORTAL',
  '        or s == "sso-oauth.amazonaws.com" and n in {"CreateToken", "CreateTokenWithIAM"}',
  '        or s == "iam.amazonaws.com" and n == "EmailUpdated")',
  'def outcome(r):',
  '    n = text(r.get("eventName"))',
  '    said = text(part(r, "additionalEventData").get("success")).lower()',
  '    printed = text(part(r, "serviceEventDetails").get(n)) or text(part(r, "responseElements").get(n))',
  '    printed = printed.lower()',
  '    if text(r.get("errorCode")): return "failure"',
  '    if printed in ("success", "failure"): return printed',
  '    if text(r.get("errorMessage")): return "failure"',
  '    if printed: return "not stated"',
  '    api = text(r.get("eventType")).lower() == "awsapicall" and n not in PRINTS',
  '    return "success" if api and said in ("", "true") else "not stated"',
  'def paths():',
  '    for given in sys.argv[1:]:',
  '        if os.path.isfile(given): yield given',
  '        for folder, _, names in os.walk(given):',
  '            for name in names: yield os.path.join(folder, name)',
  'found = {}',
  'for path in paths():',
  '    try:',
  '        data = open(path, "rb").read()',
  '        data = gzip.decompress(data) if data[:2] == b"\\x1f\\x8b" else data',
  '        top = json.loads(data)',
  '    except Exception as trouble:',
  '        print(path, "was not read:", trouble, file=sys.stderr); continue',
  '    records = top.get("Records") if isinstance(top, dict) else None',
  '    for r in records if isinstance(records, list) else []:',
  '        if not isinstance(r, dict) or not sign_in(r): continue',
  '        key = (text(r.get("eventID")), str(r.get("recipientAccountId")))',
  '        found.setdefault(key if key[0] else json.dumps(r, sort_keys=True), r)',
  'print(dict(collections.Counter(outcome(r) for r in found.values())))',
] as const

/** Counts the collected records by account and by region, copies removed, as a jq program. */
export const PLACES_JQ = [
  'def given: type == "string" and . != "";',
  'def tally(f): group_by(f) | map({key: (.[0] | f), value: length}) | from_entries;',
  'unique_by(if .eventID | given then [.eventID, .recipientAccountId] else [tojson] end)',
  '| {accounts: tally([.recipientAccountId, (.userIdentity | objects | .accountId) | select(given)][0] // ""),',
  '   regions: tally(if .awsRegion | given then .awsRegion else "" end)}',
] as const

/** Compares the logs with the SHA-256 that digest files state; logs are known by their names. */
export const DIGESTS_PY = [
  'import gzip, hashlib, json, os, sys, zlib',
  'def paths():',
  '    for given in sys.argv[1:]:',
  '        if os.path.isfile(given): yield given',
  '        for folder, _, names in os.walk(given):',
  '            for name in names: yield os.path.join(folder, name)',
  'plain = lambda path: os.path.basename(path).removesuffix(".gz")',
  'def content(path):',
  '    data = open(path, "rb").read()',
  '    if data[:2] != b"\\x1f\\x8b": return data',
  '    try: return gzip.decompress(data)',
  '    except (OSError, EOFError, zlib.error): return None',
  'stated, files = {}, list(paths())',
  'for path in files:',
  '    if "_CloudTrail-Digest_" not in path: continue',
  '    try: digest = json.loads(content(path) or b"")',
  '    except ValueError: continue',
  '    for log in digest.get("logFiles") or []: stated[plain(log["s3Object"])] = log["hashValue"]',
  'same, other, there = 0, [], set()',
  'for path in files:',
  '    if plain(path) not in stated: continue',
  '    there.add(plain(path))',
  '    data = content(path)',
  '    if data is not None and hashlib.sha256(data).hexdigest() == stated[plain(path)]: same += 1',
  '    else: other.append(path)',
  'print(same, "with the stated content,", len(other), "with other content,",',
  '    len(stated.keys() - there), "missing")',
  'for path in other: print(path)',
] as const

/** Follows the custody log of a case file; the same formula as `custody/log.ts`. */
export const CUSTODY_PY = [
  'import hashlib, json, sqlite3, sys',
  'last, n = "0" * 64, 0',
  'case = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)',
  'for *fields, link, seal in case.execute("select sequence, at, actor, action, detail, tool,"',
  '        " previous_hash, hash from custody_entry order by sequence"):',
  '    whole = json.dumps(fields + [link], ensure_ascii=False, separators=(",", ":")).encode()',
  '    n += 1',
  '    assert fields[0] == n and link == last and hashlib.sha256(whole).hexdigest() == seal, n',
  '    last = seal',
  'print(n, "entries, the last is", last)',
] as const

/** Top folders or files under which the sources stand. */
export function roots(sources: readonly ReportSource[]): string[] {
  return [...new Set(sources.map(({ shownPath }) => shownPath.split('/')[0] ?? shownPath))].sort()
}

/**
 * True when one command can make the evidence manifest again: every source is a file with a hash that stands
 * once, below one top folder or file of its name.
 */
export function canRemakeManifest(sources: readonly ReportSource[]): boolean {
  const paths = new Set<string>()
  const tops = new Map<string, string>()
  for (const { path, shownPath, sha256 } of sources) {
    if (sha256 === null || paths.has(shownPath)) return false
    paths.add(shownPath)
    const [top = ''] = shownPath.split('/')
    const above = path.slice(0, Math.max(0, path.length - shownPath.length))
    if ((tops.get(top) ?? above) !== above) return false
    tops.set(top, above)
  }
  return sources.length > 0
}

/** Hashes every file and then the list of hashes. */
export function manifestCommand(names: readonly string[]): string {
  return `find ${names.map(quoted).join(' ')} -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`
}

/** Collects the sign-in records; each file on its own, so that a damaged one does not end the rest. */
export function collectCommand(names: readonly string[]): string {
  const each = `sh -c 'gzip -dcf "$1" | jq -c -f signins.jq' sh {} \\;`
  return `find ${names.map(quoted).join(' ')} -type f -exec ${each} > signins.jsonl`
}

export const COUNT_COMMAND = 'jq -s -f count.jq signins.jsonl'

export function pythonCommand(names: readonly string[]): string {
  return `python3 signins.py ${names.map(quoted).join(' ')}`
}

export const PLACES_COMMAND = 'jq -s -f places.jq signins.jsonl'

/** The records of root by outcome, with the program that counts all. */
export const ROOT_COMMAND = [
  `jq -c 'select(.userIdentity | objects | .type == "Root" and ((.arn // ":root") | endswith(":root")))' signins.jsonl`,
  'jq -s -f count.jq',
].join(' | ')

export function digestsCommand(names: readonly string[]): string {
  return `python3 digests.py ${names.map(quoted).join(' ')}`
}

export const AGAIN_COMMAND = 'trailcase report --case CASE-FILE --options options.json --out report.pdf'

/** A word of the shell. */
export function quoted(text: string): string {
  return /^[\w./=:@%+,-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
