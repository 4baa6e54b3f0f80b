import { Component, type ReactNode } from 'react';
import { Notice } from './notice.tsx';

type FaultBoundaryProps = { readonly children: ReactNode };
type FaultBoundaryState = { readonly hasFault: boolean };

/** Shows a way on when a part of the page breaks while it is drawn. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { hasFault: false };

  static getDerivedStateFromError(): FaultBoundaryState {
    return { hasFault: true };
  }

  override render() {
    if (!this.state.hasFault) return this.props.children;
    return (
      <Notice
        icon="warning"
        title="This page met a fault"
        action={{ label: 'Load it again', onPress: () => location.reload() }}
      >
        Nothing you published is touched, and the address still holds your view. The same data is
        under <a href="/data">Data</a>.
      </Notice>
    );
  }
}
