import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';

/** Switches between light and dark; until it is used, the system decides. The choice is all that the browser stores. */
export function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const shown = colorScheme === 'auto' ? system : colorScheme;
  const other = shown === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="scheme" onClick={() => setColorScheme(other)}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M10 2a8 8 0 0 1 0 16z" fill="currentColor" />
      </svg>
      {other === 'dark' ? 'Dark' : 'Light'}
    </button>
  );
}
