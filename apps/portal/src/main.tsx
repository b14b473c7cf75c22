/** @jsxImportSource preact */
import { render } from 'preact';
import { App } from './app/App.js';

const root = document.getElementById('root')!;
// What stood here without script gives way to the page itself.
root.replaceChildren();
render(<App />, root);
