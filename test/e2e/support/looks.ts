/**
 * Every word in both languages and every colour in both themes. Which words stand on which colours makes no difference to
 * a screen: `screens.spec.ts` goes through all four pairs of the whole program.
 */
export const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const
