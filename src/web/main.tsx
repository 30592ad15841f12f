/** Where the pages start: the theme, the route, the person in hand, and nothing stored but the choice of light or dark. */
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine.css';
import './base.css';
import { RouteProvider } from './router.tsx';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell/Shell.tsx';
import { cssVariables, theme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

// Set before the first paint, so that nobody in the dark is dazzled by a light page for a moment.
const schemes = localStorageColorSchemeManager();
const chosen = schemes.get('auto');
const isDark = chosen === 'dark' || (chosen === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <RouteProvider>
        <SessionProvider>
          <Shell />
        </SessionProvider>
      </RouteProvider>
    </MantineProvider>
  </StrictMode>,
);
