import { applyTheme, rememberedTheme } from './theme';

// Runs before the first paint, so that a page with the dark theme never flashes white.
applyTheme(rememberedTheme());
