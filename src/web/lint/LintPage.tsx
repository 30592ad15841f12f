import { Page } from '../parts/Page.tsx';
export default function LintPage() {
  return <Page title="Lint">.</Page>;
}
