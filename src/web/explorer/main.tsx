import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { examplesPlugin } from './ExamplesPanel';

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  enableIncrementalDelivery: false,
});
const plugins = [examplesPlugin, HISTORY_PLUGIN];
// A link to /graphql?query=… opens with that query; what the visitor had open before stays in the other tabs.
const asked = new URLSearchParams(location.search);
const query = asked.get('query');
const opened = query === null
  ? { defaultTabs: [{ query: examples[0].query }] }
  : { initialQuery: query, initialVariables: asked.get('variables') ?? '' };

createRoot(document.getElementById('explorer')!).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} visiblePlugin={examplesPlugin} defaultEditorToolsVisibility={asked.has('variables')} {...opened}>
    <GraphiQL.Logo>Query explorer</GraphiQL.Logo>
  </GraphiQL>,
);
