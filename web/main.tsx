/** Mounts the page. */
import 'virtual:theme.css';
import './styles.css';

import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { router } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { theme } from './theme.ts';

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page".');

createRoot(page).render(
  <StrictMode>
    {/* The variables and classes come as files: the content policy allows no <style> element. */}
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </MantineProvider>
  </StrictMode>,
);
