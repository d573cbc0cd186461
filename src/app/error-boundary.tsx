import { Component, type ReactNode } from 'react';
import { useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';

interface ErrorBoundaryProps {
  /** Names the pane, such as "charts". */
  readonly place: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/** A pane that breaks is replaced alone; the frame and everything stored stay. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <EmptyState
        title={`This part of the screen broke: ${this.props.place}`}
        actions={
          <>
            <Button
              onClick={() => {
                this.setState({ error: undefined });
              }}
            >
              Reload pane
            </Button>
            <SaveDesign />
          </>
        }
      >
        Your design and rows are kept. {error.message}
      </EmptyState>
    );
  }
}

function SaveDesign() {
  const { documents } = useWorkbench();
  return (
    <Button
      tone="ghost"
      onClick={() => {
        void documents.saveAsFile();
      }}
    >
      Save design
    </Button>
  );
}
