import { useState } from 'react';

/** Where the browser keeps that single keys are turned off. */
const KEY = 'odin.desk.single-keys';

/** Whether A and X do something in the table; turned off they stay so. Source: WCAG 2.2, 2.1.4. */
export type SingleKeys = { readonly isOn: boolean; readonly turn: (isOn: boolean) => void };

export function useSingleKeys(): SingleKeys {
  const [isOn, setOn] = useState(read);
  const turn = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // it holds for this visit
    }
  };
  return { isOn, turn };
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}
