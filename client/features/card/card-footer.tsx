import { useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { Icon } from '#client/ui/icon.tsx';
import type { FeatureDetail } from '#data/schema/api.ts';

type CardFooterProps = { readonly feature: FeatureDetail; readonly onZoomTo: () => void };

/** What to do with the feature. */
export function CardFooter({ feature, onZoomTo }: CardFooterProps) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(feature.id);
      announce('Link copied');
    } catch {
      announce('The browser refused to copy. The link is in the address bar.');
    }
  };
  const isCopied = copied === feature.id;
  return (
    <footer className="card-footer">
      <Button className="button primary" onPress={() => void copy()}>
        <Icon name={isCopied ? 'check' : 'link'} size={16} />
        {isCopied ? 'Copied' : 'Copy link'}
      </Button>
      <Button className="button" onPress={onZoomTo}>
        <Icon name="target" size={16} />
        Zoom to
      </Button>
      <a className="button" href={`/data/${encodeURIComponent(feature.provenance.dataset.id)}`}>
        <Icon name="data" size={16} />
        Dataset
      </a>
    </footer>
  );
}
