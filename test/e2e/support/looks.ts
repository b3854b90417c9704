/**
 * Every word in both languages and every colour in both themes: whether words fit depends on the language alone, and
 * whether they can be read on the theme. `screens.spec.ts` goes the main way through the program in all four pairs.
 */
export const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const
