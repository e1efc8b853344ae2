import { defineConfig } from 'vite';

// Each page is a folder with its index.html; all share one folder of hashed assets.
export default defineConfig({
  base: '/web/',
  appType: 'mpa',
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    // Monaco, the editor, is one large chunk that the browser keeps.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: ['explorer/index.html'],
      // 'use client' in the libraries means nothing here.
      checks: { moduleLevelDirective: false },
    },
  },
  server: {
    proxy: { '/graphql': 'http://127.0.0.1:5080' },
  },
});
