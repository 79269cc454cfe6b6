import { ThemeChoice } from '../theme/theme-choice';

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>InsightShop is a demonstration. No money is charged and no goods are sent.</p>
      <ThemeChoice />
    </footer>
  );
}
