import type { LongResource, Resource } from '#data/schema/flow.ts';

/** How far a run has come. */
export type RunProgress = {
  /** Records read: in the survey first, then once more as they are made features. */
  readonly records: number;
  /** Records of the file; known once it is surveyed. */
  readonly of?: number;
  /** Features made; none while the file is surveyed. */
  readonly features: number;
  /** Part of the whole work done, 0–1; absent while it cannot be told. */
  readonly share?: number;
};

/** Told of the progress of a run, up to a thousand times a second; it must be quick. */
export type Watch = (progress: RunProgress) => void;

/** Follows one run through its two passes. */
export type Meter = {
  /** The file, with every piece read of it noted. */
  readonly resource: Resource | LongResource;
  /** A record was read in the survey. */
  readonly look: () => void;
  /** The survey is over. */
  readonly begin: (records: number) => void;
  /** A record was made a feature, or not. */
  readonly make: (isFeature: boolean) => void;
};

/** Records between two tellings. */
const EACH = 1 << 12;
/** Part of the work done when the encoding is told, and when all records were looked at once. */
const TOLD_SHARE = 0.03;
const SURVEY_SHARE = 0.3;
/** Times the file is read to tell the encoding. */
const SWEEPS = 2;

/** A meter of one run. */
export function openMeter(resource: Resource | LongResource, watch: Watch = () => {}): Meter {
  let [bytesRead, offset, looked, made, features] = [0, 0, 0, 0, 0];
  let records: number | undefined;
  const sizeBytes = 'read' in resource ? resource.sizeBytes : undefined;
  const surveyShare = (whole: number): number =>
    looked === 0
      ? Math.min(1, bytesRead / whole / SWEEPS) * TOLD_SHARE
      : TOLD_SHARE + (SURVEY_SHARE - TOLD_SHARE) * Math.min(1, offset / whole);
  const tell = (): void => {
    if (records !== undefined) {
      const share = SURVEY_SHARE + (1 - SURVEY_SHARE) * (records === 0 ? 1 : made / records);
      watch({ records: made, of: records, features, share });
    } else if (sizeBytes === undefined) watch({ records: looked, features });
    else watch({ records: looked, features, share: surveyShare(sizeBytes) });
  };
  return {
    resource:
      'read' in resource
        ? {
            ...resource,
            read: (from, length) => {
              const bytes = resource.read(from, length);
              offset = from + bytes.byteLength;
              bytesRead += bytes.byteLength;
              tell();
              return bytes;
            },
          }
        : resource,
    look: () => {
      looked++;
      if (looked % EACH === 0) tell();
    },
    begin: (found) => {
      records = found;
      tell();
    },
    make: (isFeature) => {
      made++;
      if (isFeature) features++;
      if (made % EACH === 0 || made === records) tell();
    },
  };
}
