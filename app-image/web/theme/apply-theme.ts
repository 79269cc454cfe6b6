import { applyTheme, rememberedTheme } from './theme';

// Runs before the first paint, so that a remembered dark page never flashes white.
applyTheme(rememberedTheme());
