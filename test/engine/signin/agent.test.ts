import { describe, expect, it } from 'vitest'
import { readAgent } from '../../../electron/engine/signin/agent.ts'

describe('agent', () => {
  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_4) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/36.0.1985.125 Safari/537.36',
      'Chrome 36',
      'macOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0',
      'Microsoft Edge 128',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/36.0.1985.125 Safari/537.36',
      'Chrome 36',
      'Windows 7',
    ],
    [
      'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0',
      'Firefox 102',
      'Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17',
      'iOS',
    ],
    ['Mozilla/5.0', null, null],
    ['aws-cli/2.15.0 Python/3.11.6 Linux/5.10 exe/x86_64', 'aws-cli 2.15.0', 'Linux'],
    ['aws-cli/2.32.7 md/awscrt#0.29.1 ua/2.1 os/macos#25.3.0 md/command#login', 'aws-cli 2.32.7', 'macOS'],
    ['[Boto3/1.26.165 Python/3.10.6 Linux/5.19.0-46-generic Botocore/1.29.165]', 'Boto3 1.26.165', 'Linux'],
    [
      'APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io) terraform-provider-aws/3.76.1 aws-sdk-go/1.44.0 (go1.17; linux; amd64)',
      'Terraform 1.1.2',
      'Linux',
    ],
    ['aws-sdk-go/1.41.4 (go1.18.3; linux; amd64) amazon-ssm-agent/', 'aws-sdk-go 1.41.4', 'Linux'],
    ['aws-sdk-go-v2/1.17.0 os/linux lang/go/1.18.10 md/GOOS/linux', 'aws-sdk-go-v2 1.17.0', 'Linux'],
    ['python-requests/2.32.3', 'python-requests 2.32.3', null],
    ['curl/8.5.0', 'curl 8.5.0', null],
    [
      'aws-cli/2.8.0 Python/3.9.11 Linux/5.10.0-kali7-amd64 exe/x86_64.kali.2022',
      'aws-cli 2.8.0',
      'Kali Linux',
    ],
    ['Boto3/1.26.0 Python/3.10.8 Linux/6.0.0-kali3-amd64 Botocore/1.29.0', 'Boto3 1.26.0', 'Kali Linux'],
    [
      'aws-sdk-go-v2/1.24.0 os/linux lang/go#1.21.5 md/GOOS#linux api/sts#1.26.5',
      'aws-sdk-go-v2 1.24.0',
      'Linux',
    ],
    ['aws-sdk-js/3.400.0 ua/2.0 os/win32#10.0.19045 lang/js', 'aws-sdk-js 3.400.0', 'Windows'],
    ['aws-sdk-java/2.20.0 Windows_10/10.0 Java_HotSpot', 'aws-sdk-java 2.20.0', 'Windows'],
    ['aws-sdk-nodejs/2.1400.0 darwin/v18.16.0 promise', 'aws-sdk-nodejs 2.1400.0', 'macOS'],
    [
      'APN/1.0 HashiCorp/1.0 Terraform/1.5.0 aws-sdk-go/1.44.261 (go1.19.6; darwin; arm64)',
      'Terraform 1.5.0',
      'macOS',
    ],
    [
      'APN/1.0 Terraform/1.1.2 aws-sdk-go/1.44.157 (go1.19.3; linux; amd64) stratus-red-team_11a6ef34 HashiCorp-terraform-exec/0.17.3',
      'stratus-red-team',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041',
      'Windows PowerShell 5.1.19041',
      'Windows',
    ],
    ['AWSPowerShell.Common/4.1.0 .NET_Core/6.0 OS/Microsoft_Windows_10', 'AWS PowerShell 4.1.0', null],
    ['trufflehog', 'TruffleHog', null],
    ['Pacu', 'Pacu', null],
    ['Boto3/1.26.0 Prowler/3.11.0 Linux/6.0', 'Prowler 3.11.0', 'Linux'],
    ['S3 Browser/10.9.9 (https://s3browser.com)', 'S3 Browser 10.9.9', null],
    ['Jersey/2.35 (HttpUrlConnection 11.0.20)', 'Jersey 2.35', null],
    ['mypacus/1.0', 'mypacus 1.0', null],
    ['stratus-red-team_01190e38-873e-4cc4-aede-7ceb7ffc2a4a', 'stratus-red-team', null],
    [`Jersey/\${project.version}`, 'Jersey', null],
    ['AWS Internal', 'AWS Internal', null],
    ['AWS Internal/3', 'AWS Internal/3', null],
    ['signin.amazonaws.com', 'signin.amazonaws.com', null],
    ['something else', null, null],
    ['', null, null],
    [null, null, null],
  ])('%s', (userAgent, agentName, agentSystem) => {
    expect(readAgent(userAgent)).toEqual({ agentName, agentSystem })
    expect(readAgent(userAgent)).toEqual({ agentName, agentSystem })
  })

  it('keeps answering when more texts come than it remembers', () => {
    for (let version = 0; version < 5000; version += 1) readAgent(`tool/1.${version}`)
    expect(readAgent('tool/1.4')).toEqual({ agentName: 'tool 1.4', agentSystem: null })
  })
})
