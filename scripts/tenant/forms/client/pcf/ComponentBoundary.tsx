import * as React from "react";

interface BoundaryProps {
  onError: (error: unknown) => void;
}

/** Takes a code component that fails while drawing off the form, and says so in its place. */
export class ComponentBoundary extends React.Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): React.ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
