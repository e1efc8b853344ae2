import { PlayIcon, StarIcon, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { examples, type Example } from './examples';

export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: StarIcon, content: ExamplesPanel };

function ExamplesPanel() {
  const open = useOpenExample();
  const { setVisiblePlugin } = useGraphiQLActions();
  return (
    <section className="examples" aria-label="Examples">
      <h1>Control strategy</h1>
      <p>
        Ask for objectives, measures, initiatives, areas and surveys. Open an example, then run it
        with <kbd>Ctrl</kbd>+<kbd>Enter</kbd> (<kbd>⌘</kbd>+<kbd>Enter</kbd>).
      </p>
      <ul>
        {examples.map(example => (
          <li key={example.title}>
            <button type="button" onClick={() => open(example)}>
              <PlayIcon aria-hidden="true" />
              <span>
                <strong>{example.title}</strong>
                {example.explanation}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="notice" role="note">
        A new database holds <strong>demonstration data, which are not statistics</strong>: they say so
        in <code>demonstration</code>, <code>source</code> and <code>sources</code>.
      </p>
      <p>
        <button type="button" className="link" onClick={() => setVisiblePlugin('Documentation Explorer')}>Documentation of every field</button>
        <br />
        <a href="/graphql/schema.graphql">Schema file</a>, to generate clients from
      </p>
    </section>
  );
}

/** Shows an example in its tab if it is open unchanged, else in a new one. */
function useOpenExample() {
  const tabs = useGraphiQL(state => state.tabs);
  const editor = useGraphiQL(state => state.queryEditor);
  const { addTab, changeTab } = useGraphiQLActions();
  return (example: Example) => {
    const shown = tabs.findIndex(tab => tab.query === example.query);
    if (shown >= 0) changeTab(shown);
    else {
      addTab();
      editor?.setValue(example.query);
    }
    editor?.focus();
  };
}
