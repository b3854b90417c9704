import { useEffect, useRef, useState } from 'react'
import { useBackend } from '../backend.tsx'

/**
 * Lets files and folders be dropped anywhere on the window. Answers whether something is dragged over it now.
 * `onPaths` gets absolute paths; things without a path, such as text, are left alone.
 */
export function useFileDrop(onPaths: (paths: readonly string[]) => void): boolean {
  const backend = useBackend()
  const [over, setOver] = useState(false)
  const latest = useRef(onPaths)
  latest.current = onPaths

  useEffect(() => {
    // Each element fires its own enter and leave: only when all are left is the window left.
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(true)
    }
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => backend.pathOf(file))
      const known = paths.filter((path) => path !== '')
      if (known.length > 0) latest.current(known)
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [backend])
  return over
}
