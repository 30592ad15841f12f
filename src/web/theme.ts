/**
 * The look in Mantine's terms. The colours themselves stand in base.css, once for each scheme, and were chosen to reach
 * a contrast of 4.5 to 1 on both; Mantine's components are pointed at them here.
 */
import {
  Button,
  Checkbox,
  createTheme,
  NativeSelect,
  Radio,
  Textarea,
  TextInput,
  type CSSVariablesResolver,
} from '@mantine/core';

/** Petrol, from paper to ink; shade 8 carries white text, shade 2 carries ink. */
const PETROL = [
  '#e6f1f1',
  '#c9e2e3',
  '#9fd6d8',
  '#7fd1d4',
  '#4fa9ae',
  '#2f8c93',
  '#1a747c',
  '#10656e',
  '#0b5a64',
  '#074851',
] as const;

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 3 },
  colors: { petrol: PETROL },
  fontFamily: "'Atkinson Hyperlegible', system-ui, sans-serif",
  headings: { fontFamily: "'Atkinson Hyperlegible', system-ui, sans-serif" },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Text on the primary colour is paper in both schemes; Mantine would take white in both.
    Button: Button.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--paper)' } : {},
      }),
    }),
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-icon-color': 'var(--paper)' } }) }),
    Checkbox: Checkbox.extend({ vars: () => ({ root: { '--checkbox-icon-color': 'var(--paper)' } }) }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--no)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default': 'var(--raised)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
