/** Where the pages start: the theme, the route, the person in hand, and nothing stored but the choice of light or dark. */
import { MantineProvider } from '@mantine/core';
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

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <RouteProvider>
        <SessionProvider>
          <Shell />
        </SessionProvider>
      </RouteProvider>
    </MantineProvider>
  </StrictMode>,
);
