import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { CHANNEL, onEachDocument, type PageContents } from '../../electron/main/window-port.ts'
import type { Port } from '../../shared/ipc/port.ts'

const page = { parent: null, url: 'app://trailcase/index.html' }

/** A page whose events a test emits, with what each of its documents received and was told. */
function open() {
  const ipc = new EventEmitter()
  const sent: unknown[] = []
  const contents = Object.assign(new EventEmitter(), {
    ipc,
    send: (_channel: string, message: unknown) => sent.push(message),
    isDestroyed: () => false,
  })
  const documents: { port: Port; received: unknown[]; closed: number }[] = []
  onEachDocument(contents as unknown as PageContents, (port) => {
    const document = { port, received: [] as unknown[], closed: 0 }
    documents.push(document)
    port.listen(
      (message) => document.received.push(message),
      () => {
        document.closed += 1
      },
    )
  })
  const say = (senderFrame: object | null, message: unknown) => ipc.emit(CHANNEL, { senderFrame }, message)
  return { contents, documents, sent, say }
}

test('messages of our own page arrive', () => {
  const { contents, documents, say } = open()
  contents.emit('did-navigate')
  say(page, 1)
  expect(documents[0]?.received).toEqual([1])
})

test.for([
  ['a frame that is gone', null],
  ['a frame inside the page', { ...page, parent: page }],
  ['another address', { parent: null, url: 'https://trailcase/index.html' }],
  ['an address that looks alike', { parent: null, url: 'app://trailcase.example/index.html' }],
  ['no document yet', { parent: null, url: 'about:blank' }],
] as const)('a message from %s is dropped', ([, frame]) => {
  const { contents, documents, say } = open()
  contents.emit('did-navigate')
  say(frame, 1)
  expect(documents[0]?.received).toEqual([])
})

test('a reload closes the port of the old document, and its answers go nowhere', () => {
  const { contents, documents, sent, say } = open()
  contents.emit('did-navigate')
  contents.emit('did-navigate')
  say(page, 'from the new one')
  documents[0]?.port.post('late answer')
  documents[1]?.port.post('answer')
  expect(documents.map(({ received, closed }) => [received, closed])).toEqual([
    [[], 1],
    [['from the new one'], 0],
  ])
  expect(sent).toEqual(['answer'])
})

test.for(['render-process-gone', 'destroyed'])('%s closes the port once', (event) => {
  const { contents, documents, sent } = open()
  contents.emit('did-navigate')
  contents.emit(event)
  contents.emit('destroyed')
  documents[0]?.port.post('late answer')
  expect([documents[0]?.closed, sent]).toEqual([1, []])
})
