import { useState } from 'react';
import { rememberedTheme, rememberTheme, themes, type Theme } from './theme';

const labels: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemeChoice() {
  const [chosen, setChosen] = useState(rememberedTheme);
  const choose = (theme: Theme) => {
    rememberTheme(theme);
    setChosen(theme);
  };
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Colours</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input type="radio" name="theme" checked={theme === chosen} onChange={() => choose(theme)} />
          <span>{labels[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
