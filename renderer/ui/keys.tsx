/** The keys of a shortcut, each as a key cap, for example `['g', 't']`. */
export function Keys(props: { readonly keys: readonly string[] }) {
  return (
    <span className="ui-keys" aria-hidden="true">
      {props.keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}

/** Key caps with the word for what they do, as the status bar shows them. */
export function KeyHint(props: { readonly keys: readonly string[]; readonly children: string }) {
  return (
    <span className="ui-key-hint">
      <Keys keys={props.keys} />
      {props.children}
    </span>
  )
}

/** The name of the command key on this computer. */
export function commandKey(platform: string): string {
  return platform === 'darwin' ? '⌘' : 'Ctrl'
}
