import { spawnSync } from 'node:child_process'

/** The command that runs a program and writes every socket call of it and its threads to `file`. */
export const traced = (file: string): readonly string[] => [
  ...['strace', '-f', '-qq', '-o', file],
  ...['-e', 'trace=socket,connect,bind,listen,execve'],
]

/** The lines of a trace in which a socket is made or used. Starting a program is traced too, as a sign of life. */
export const socketCalls = (trace: string): readonly string[] =>
  trace.split('\n').filter((line) => /\b(socket|connect|bind|listen)\(/.test(line))

/** Whether a command is there and works. */
export const works = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0
