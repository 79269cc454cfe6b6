/** The main colour of a product, and a darker and a lighter tone of it. */
export interface Tones {
  readonly main: string;
  readonly dark: string;
  readonly light: string;
}

export const palette = {
  red: { main: '#d1495b', dark: '#9e2f44', light: '#ee8a93' },
  coral: { main: '#ee7b5f', dark: '#c4553c', light: '#f9b19d' },
  amber: { main: '#e9a23b', dark: '#b87519', light: '#f7cf8b' },
  lemon: { main: '#e8c93a', dark: '#b3931a', light: '#f6e58f' },
  olive: { main: '#8a9a5b', dark: '#64723d', light: '#bcc893' },
  green: { main: '#4f9d69', dark: '#33724a', light: '#93cba6' },
  teal: { main: '#2a9d8f', dark: '#1b7066', light: '#7fcdc3' },
  sky: { main: '#5fa8d3', dark: '#37779f', light: '#a9d3ea' },
  navy: { main: '#33507f', dark: '#1f3357', light: '#7c95bf' },
  violet: { main: '#8467b5', dark: '#5d4488', light: '#bba7dc' },
  rose: { main: '#d98ba3', dark: '#ad5f78', light: '#efbfcd' },
  brown: { main: '#a9714b', dark: '#7a4d2f', light: '#d2a27f' },
  sand: { main: '#d6b98c', dark: '#a98b5d', light: '#ebd9bb' },
  slate: { main: '#7d8ca3', dark: '#566377', light: '#b5c0d0' },
  charcoal: { main: '#4a4e5a', dark: '#2f323b', light: '#858a98' },
  ivory: { main: '#f1e9da', dark: '#c9bda6', light: '#fffaf0' },
} as const satisfies Record<string, Tones>;

export type Colour = keyof typeof palette;

/** The two background colours of each category: one look for a page of one category. */
export const backgrounds: Readonly<Record<string, readonly [string, string]>> = {
  kitchen: ['#fdeedd', '#f6d3b3'],
  home: ['#eae6f5', '#cfc5e6'],
  clothing: ['#e3eef6', '#bfd7e8'],
  'shoes-and-bags': ['#f7e7dc', '#e6c3ab'],
  outdoors: ['#e4f1e6', '#b9dcc0'],
  electronics: ['#e5eaf3', '#bdc9df'],
  toys: ['#fff3cf', '#fbdc8f'],
  garden: ['#ebf3d9', '#cbdf9f'],
  bath: ['#e0f3f2', '#b1dcda'],
  stationery: ['#f9e6ea', '#ecc0ca'],
};
