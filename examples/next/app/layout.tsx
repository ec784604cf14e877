import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'connect-hub/styles.css';
import './style.css';

export const metadata: Metadata = { title: 'Integrations · Fernway', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
