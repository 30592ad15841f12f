import { Page } from '../parts/Page.tsx';
export default function ClaimsPage() {
  return <Page title="Claims">.</Page>;
}
