import { ThemeChoice } from '../theme/theme-choice';

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>InsightShop is a demonstration. Nothing is charged and nothing is sent.</p>
      <ThemeChoice />
    </footer>
  );
}
