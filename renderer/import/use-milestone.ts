import { useEffect, useRef, useState } from 'react'

/** Screen readers hear progress at most this often. */
const EVERY_MS = 5000

/** The newest `text`, renewed at most every five seconds. */
export function useMilestone(text: string): string {
  const [said, setSaid] = useState(text)
  const newest = useRef(text)
  newest.current = text
  useEffect(() => {
    const timer = setInterval(() => setSaid(newest.current), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return said
}
