import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two pages share ui/: the workspace (portal, counter, desk) and the studio. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'ui/public',
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: { workspace: 'workspace/index.html', designer: 'designer/index.html' } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
