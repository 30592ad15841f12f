import { Page } from '../parts/Page.tsx';
export default function OrderPage() {
  return <Page title="Order and papers">.</Page>;
}
