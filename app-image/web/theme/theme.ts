/** `system` is the setting of the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'shop.theme';

export function rememberedTheme(): Theme {
  const remembered = localStorage.getItem(storageKey);
  return themes.find((theme) => theme === remembered) ?? 'system';
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function rememberTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  applyTheme(theme);
}
