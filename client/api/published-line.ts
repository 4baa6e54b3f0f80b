import { useQuery } from '@tanstack/react-query';
import { getJson } from './client.ts';

type LineQuestion = {
  readonly sha256: string;
  readonly line: number;
  /** False for formats that have no lines: nothing is asked. */
  readonly isText: boolean;
};

/** A line of a file as it was published. */
export function usePublishedLine({ sha256, line, isText }: LineQuestion) {
  const path = `/api/resources/${encodeURIComponent(sha256)}/lines?from=${line}&to=${line}`;
  return useQuery({
    queryKey: ['line', sha256, line],
    queryFn: ({ signal }) => getJson<{ readonly lines: readonly string[] }>(path, signal),
    select: ({ lines }) => lines[0],
    enabled: isText,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
