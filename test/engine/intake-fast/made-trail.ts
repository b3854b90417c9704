import { gzipSync } from 'node:zlib'
import { type Seeded, seeded } from './seeded.ts'

const CALLS = [
  ['s3.amazonaws.com', 'GetObject'],
  ['s3.amazonaws.com', 'PutObject'],
  ['ec2.amazonaws.com', 'DescribeInstances'],
  ['kms.amazonaws.com', 'Decrypt'],
  ['sts.amazonaws.com', 'AssumeRole'],
  ['logs.amazonaws.com', 'CreateLogStream'],
  ['iam.amazonaws.com', 'GetRole'],
  ['monitoring.amazonaws.com', 'PutMetricData'],
] as const
const SIGN_INS = [
  ['signin.amazonaws.com', 'ConsoleLogin', 'AwsConsoleSignIn'],
  ['sso.amazonaws.com', 'Federate', 'AwsServiceEvent'],
  ['sso-oauth.amazonaws.com', 'CreateToken', 'AwsApiCall'],
] as const
const USERS = ['alice', 'bob', 'carol', 'deploy', 'backup', 'auditor'] as const
const AGENTS = [
  'aws-cli/2.17.9 md/awscrt#0.20.11 ua/2.0 os/linux#6.1 md/arch#x86_64 lang/python#3.11.8 cfg/retry-mode#standard',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  '[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.750 Linux/5.10 OpenJDK_64-Bit_Server_VM/25.372-b08]',
] as const

/** One in so many records of a made trail is a sign-in. */
const SIGN_IN_EVERY = 330

/** A trail of so many records with the shape and size of real ones: about 1.7 KB each, packed 7 to 1. */
export function madeTrail(seed: number, records: number): Buffer {
  const random = seeded(seed)
  const list = Array.from({ length: records }, () => madeRecord(random))
  return gzipSync(JSON.stringify({ Records: list }))
}

/** One record of such a trail. */
export function madeRecord(random: Seeded): unknown {
  const isSignIn = random.below(SIGN_IN_EVERY) === 0
  const call = isSignIn ? random.pick(SIGN_INS) : random.pick(CALLS)
  const [eventSource, eventName, eventType = 'AwsApiCall'] = call
  const account = `11112222${3333 + random.below(4)}`
  const user = random.pick(USERS)
  const second = new Date(Date.UTC(2026, 3, 1 + random.below(28)) + random.below(86_400) * 1000)
  return {
    eventVersion: '1.09',
    userIdentity: identity(random, account, user),
    eventTime: second.toISOString().replace('.000', ''),
    eventSource,
    eventName,
    awsRegion: random.pick(['us-east-1', 'eu-west-1', 'ap-northeast-1']),
    sourceIPAddress: `203.0.113.${random.below(256)}`,
    userAgent: random.pick(AGENTS),
    requestParameters: isSignIn ? null : parameters(random, eventSource, account),
    responseElements: eventName === 'ConsoleLogin' ? { ConsoleLogin: 'Success' } : null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
      bytesTransferredIn: random.below(4000),
      'x-amz-id-2': Buffer.from(random.hex(96), 'hex').toString('base64'),
      bytesTransferredOut: random.below(90_000),
    },
    requestID: random.hex(16).toUpperCase(),
    eventID: uuid(random),
    readOnly: random.below(2) === 0,
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::example-${account}/${random.hex(8)}` },
      { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::example-${account}` },
    ],
    eventType,
    managementEvent: true,
    recipientAccountId: account,
    sharedEventID: uuid(random),
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${eventSource.split('.')[0]}.us-east-1.amazonaws.com`,
    },
  }
}

function identity(random: Seeded, account: string, user: string): unknown {
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE${random.hex(10).toUpperCase()}:${user}`,
    arn: `arn:aws:sts::${account}:assumed-role/Engineer/${user}`,
    accountId: account,
    accessKeyId: `ASIAEXAMPLE${random.hex(9).toUpperCase()}`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLEROLEID0001',
        arn: `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/Engineer`,
        accountId: account,
        userName: 'Engineer',
      },
      attributes: { creationDate: '2026-04-01T08:00:00Z', mfaAuthenticated: 'false' },
    },
  }
}

function parameters(random: Seeded, source: string, account: string): unknown {
  if (source.startsWith('iam')) {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*' }] })
    return { roleName: `role-${random.hex(6)}`, policyDocument: policy }
  }
  if (source.startsWith('ec2')) {
    const items = Array.from({ length: 1 + random.below(3) }, () => ({ instanceId: `i-0${random.hex(16)}` }))
    return { instancesSet: { items }, filterSet: {} }
  }
  return {
    bucketName: `example-${account}`,
    Host: `example-${account}.s3.us-east-1.amazonaws.com`,
    key: `year=2026/month=04/${random.hex(24)}.parquet`,
    'x-amz-server-side-encryption': 'aws:kms',
  }
}

function uuid(random: Seeded): string {
  return [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-')
}
