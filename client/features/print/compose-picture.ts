import { legendOf } from '#client/map/legend.ts';
import { SWATCH_PX, swatchSvg } from '#client/map/swatch.ts';
import { scaleBar } from '#client/state/scale.ts';
import { metresPerPixel } from '#client/state/view.ts';
import { formatDistance } from '#client/ui/format.ts';
import { PX_PER_MM } from './paper.ts';
import { type OnSheet, STATES } from './print-sheet.tsx';

/** Sizes of the strip under the picture, CSS px. */
const PAD = 14;
const ROW = 26;
const COLUMN = 320;
const LINE = 17;
const SCALE_PX = 140;

const INK = '#17191c';
const FONT = "'Atkinson Hyperlegible Next Variable', sans-serif";

type Pen = CanvasRenderingContext2D;

/** Save the map as one PNG with its title, legend, scale, date and credits: it is used without the page. */
export async function savePicture(map: Blob, sheet: OnSheet): Promise<void> {
  const canvas = await composePicture(map, sheet);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('This browser cannot make a picture of this size.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(sheet.title)}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const fileName = (title: string): string =>
  `odin-${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

/** One legend entry with its picture. */
type Entry = { readonly words: string; readonly swatch: HTMLImageElement };

async function composePicture(map: Blob, sheet: OnSheet): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(map);
  const widthPx = sheet.sheet.mapWidthMm * PX_PER_MM;
  const ratio = picture.width / widthPx;
  const entries = await entriesOf(sheet);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no 2-D canvas to make a picture with.');
  const columns = Math.max(1, Math.floor((widthPx - PAD) / COLUMN));
  const perColumn = Math.ceil(entries.length / columns);
  pen.font = `13px ${FONT}`;
  const words = [
    STATES,
    ...sheet.notes.flatMap((note) => wrapped(pen, `Filtered. ${note}`, widthPx - 2 * PAD)),
    ...wrapped(pen, sheet.credits.join(' '), widthPx - 2 * PAD),
    ...wrapped(
      pen,
      `${sheet.on.toLocaleDateString('en-GB', { dateStyle: 'long' })}. ${sheet.address}`,
      widthPx - 2 * PAD,
    ),
  ];
  const mapHeight = picture.height / ratio;
  const strip = PAD + 52 + perColumn * ROW + PAD + words.length * LINE + PAD;
  canvas.width = picture.width;
  canvas.height = Math.round((mapHeight + strip) * ratio);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0);
  pen.scale(ratio, ratio);
  pen.translate(PAD, mapHeight + PAD);
  drawHead(pen, sheet, widthPx);
  pen.translate(0, 52);
  drawEntries(pen, entries, perColumn);
  pen.translate(0, perColumn * ROW + PAD);
  pen.font = `13px ${FONT}`;
  for (const [index, line] of words.entries()) pen.fillText(line, 0, LINE * (index + 0.8));
  return canvas;
}

function drawHead(pen: Pen, { title, view }: OnSheet, widthPx: number): void {
  const { distanceM, widthPx: barPx } = scaleBar(metresPerPixel(view.lat, view.zoom), SCALE_PX);
  pen.fillStyle = INK;
  pen.strokeStyle = INK;
  pen.font = `700 22px ${FONT}`;
  pen.fillText(title, 0, 22, widthPx - barPx - 5 * PAD);
  const right = widthPx - 2 * PAD;
  pen.font = `13px ${FONT}`;
  pen.textAlign = 'right';
  pen.fillText(`${formatDistance(distanceM)} · north is up`, right, 14);
  pen.textAlign = 'left';
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(right - barPx, 18);
  pen.lineTo(right - barPx, 25);
  pen.lineTo(right, 25);
  pen.lineTo(right, 18);
  pen.stroke();
}

function drawEntries(pen: Pen, entries: readonly Entry[], perColumn: number): void {
  pen.font = `13px ${FONT}`;
  for (const [index, { words, swatch }] of entries.entries()) {
    const left = Math.floor(index / perColumn) * COLUMN;
    const top = (index % perColumn) * ROW;
    pen.drawImage(swatch, left, top, SWATCH_PX.width, SWATCH_PX.height);
    pen.fillText(words, left + SWATCH_PX.width + 8, top + 15, COLUMN - SWATCH_PX.width - 20);
  }
}

async function entriesOf({ layers, mode }: OnSheet): Promise<readonly Entry[]> {
  const entries = layers.flatMap(({ summary }) => {
    const made = summary.synthetic ? ' (synthetic)' : '';
    return legendOf(summary, mode).map(({ label, swatch }) => ({
      words: label === summary.title ? `${label}${made}` : `${summary.title}${made}: ${label}`,
      svg: swatchSvg(swatch),
    }));
  });
  return Promise.all(
    entries.map(async ({ words, svg }) => {
      const swatch = new Image();
      swatch.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await swatch.decode();
      return { words, swatch };
    }),
  );
}

/** A text broken into lines that fit, after spaces and after the signs of an address: that is one long word. */
function wrapped(pen: Pen, text: string, widthPx: number): string[] {
  const lines = [''];
  for (const [token] of text.matchAll(/[^ ,&?/]*[,&?/]* *|[,&?/]+ */g)) {
    const longer = `${lines.at(-1)}${token}`;
    if (pen.measureText(longer.trimEnd()).width <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(token);
  }
  return lines;
}
