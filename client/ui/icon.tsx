/** Outlines on a 24 px grid, stroked with the text's colour. One line each: the drawing is the whole file. */
const PATHS = {
  map: 'M9 4 3.5 6.2v13.6L9 17.6l6 2.2 5.5-2.2V4L15 6.2 9 4Zm0 0v13.6m6-11.4v13.6',
  data: 'M4.5 6c0-1.5 3.4-2.7 7.5-2.7s7.5 1.2 7.5 2.7-3.4 2.7-7.5 2.7S4.5 7.5 4.5 6Zm0 0v12c0 1.5 3.4 2.7 7.5 2.7s7.5-1.2 7.5-2.7V6m-15 6c0 1.5 3.4 2.7 7.5 2.7s7.5-1.2 7.5-2.7',
  licence:
    'M13 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21H11m2-18 6 6m-6-6v6h6m0 0v1.5M8.5 13H12m-3.5-4h1.5M17 13.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm-1.5 5.5L15 22.5l2-1 2 1-.5-3.5',
  help: 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM9.5 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.9m0 2.7v.1',
  search: 'M10.5 3.5a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 5 5',
  layers: 'm12 3.5 9 4.7-9 4.7-9-4.7 9-4.7ZM3.5 12.4l8.5 4.4 8.5-4.4M3.5 16.4l8.5 4.4 8.5-4.4',
  list: 'M9 6h11.5M9 12h11.5M9 18h11.5M4 6h.1M4 12h.1M4 18h.1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  'eye-off':
    'M4 4l16 16M9.8 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 7.2A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.2-1.1M9.9 9.9a3 3 0 0 0 4.2 4.2',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-up': 'm6 15 6-6 6 6',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  'arrow-up': 'M12 19.5v-15m-6 6 6-6 6 6',
  'arrow-down': 'M12 4.5v15m-6-6 6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  extent:
    'M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9m6 0h3.5A1.5 1.5 0 0 1 20 5.5V9m0 6v3.5a1.5 1.5 0 0 1-1.5 1.5H15m-6 0H5.5A1.5 1.5 0 0 1 4 18.5V15',
  close: 'm5.5 5.5 13 13m0-13-13 13',
  info: 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM12 11v5.5M12 7.6v.1',
  download:
    'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4 16.5v2A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5v-2',
  target: 'M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm0-3v5m0 10v5M2 12h5m10 0h5',
  link: 'M9.5 14.5l5-5M10.5 6.5l1.7-1.7a5 5 0 0 1 7 7l-1.7 1.7m-4 4-1.7 1.7a5 5 0 0 1-7-7l1.7-1.7',
  warning: 'M12 3.8 2.3 20.3h19.4L12 3.8Zm0 6.4v4.8m0 2.6v.1',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM12 7v5.3l3.3 2',
  'check-circle': 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6Zm-4 9 2.8 2.8L16 9.8',
  'minus-circle': 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM8 12h8',
  'cross-circle': 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM9 9l6 6m0-6-6 6',
  'slash-circle': 'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6ZM6 18 18 6',
  'dotted-circle':
    'M12 3.2v.1m4.4 1.1.1.1m3.2 3.2.1.1m1 4.3v.1m-1.1 4.3v.1m-3.2 3.2-.1.1m-4.4 1.1v-.1m-4.4-1.1-.1-.1m-3.2-3.2-.1-.1m-1-4.3v-.1m1.1-4.4v-.1m3.2-3.2.1-.1',
  build: 'M3 20.5h18M6 20.5V9h12v11.5M6 14.5h12M12 9V3.5m0 0h6.5v2.8H12',
  'padlock-open':
    'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11ZM8 11V7.5a4 4 0 0 1 7.7-1.5',
  padlock:
    'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11ZM8 11V7.5a4 4 0 0 1 8 0V11',
  loop: 'M4 11V9.5A2.5 2.5 0 0 1 6.5 7H19m-3-3.5L19.5 7 16 10.5M20 13v1.5a2.5 2.5 0 0 1-2.5 2.5H5m3 3.5L4.5 17 8 13.5',
  file: 'M13 3.5H6.5A1.5 1.5 0 0 0 5 5v14a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 19V9.5l-6-6Zm0 0v6h6M8.5 13.5h7m-7 3.5h7',
  keyboard:
    'M4 6.5h16A1.5 1.5 0 0 1 21.5 8v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 16V8A1.5 1.5 0 0 1 4 6.5ZM6.5 10h.1M10 10h.1m3.4 0h.1m3.4 0h.1M8 14h8',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-5.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  contrast:
    'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6Zm0 0v17.6m0-15a6.2 6.2 0 0 1 0 12.4m0-9.3h4.8M12 12h6m-6 3.1h4.8',
  device:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5ZM8.5 20.5h7M12 17v3.5',
  retry: 'M20 12a8 8 0 1 1-2.4-5.7L20 8.5M20 4v4.5h-4.5',
  pin: 'M12 21s-7-6.2-7-11.3a7 7 0 0 1 14 0C19 14.8 12 21 12 21Zm0-13.7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  panel:
    'M4.5 4.5h15A1.5 1.5 0 0 1 21 6v12a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V6a1.5 1.5 0 0 1 1.5-1.5Zm5 0v15',
} as const;

export type IconName = keyof typeof PATHS | 'grip' | 'swirl';

const GRIP = [5, 12, 19].flatMap((y) => [9, 15].map((x) => [x, y] as const));

type IconProps = {
  readonly name: IconName;
  /** Edge, px. */
  readonly size?: number;
};

/** A picture beside or instead of words; hidden from assistive technology, so the control carries the name. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {draw(name)}
    </svg>
  );
}

function draw(name: IconName) {
  if (name === 'grip') {
    return GRIP.map(([x, y]) => (
      <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" fill="currentColor" stroke="none" />
    ));
  }
  if (name === 'swirl') {
    return [0, 90, 180, 270].map((turn) => (
      <path
        key={turn}
        d="M12 12a3.4 3.4 0 0 1 3.4-3.4 6 6 0 0 1 6 6"
        strokeWidth="2.6"
        transform={`rotate(${turn} 12 12)`}
      />
    ));
  }
  return <path d={PATHS[name]} />;
}
