import type { ComponentProps } from 'react';
import { Sheet } from '#client/features/frame/sheet.tsx';
import { Panel } from './panel.tsx';
import type { Layout } from './use-layout.ts';

type PanelSheetProps = ComponentProps<typeof Panel> & { readonly layout: Layout };

/** The panel at the left, or in the phone's sheet. */
export function PanelSheet({ layout, ...props }: PanelSheetProps) {
  const { state, dispatch } = props;
  return (
    <Sheet
      id="panel"
      label="Layers and list"
      className="panel"
      stop={state.stop}
      availablePx={layout.availablePx}
      onStop={(stop) => dispatch({ kind: 'stop-reached', stop })}
    >
      <Panel {...props} />
    </Sheet>
  );
}
