/** The drawing as a file: BPMN for other tools, SVG and PNG for papers. */
import type Modeler from 'bpmn-js/lib/Modeler';

export type DrawingFormat = 'bpmn' | 'svg' | 'png';

/** Twice the size on screen: legible when printed. */
const PNG_SCALE = 2;

/** @param name of the file, without its ending */
export async function exportDrawing(modeler: Modeler, format: DrawingFormat, name: string): Promise<void> {
  download(await READERS[format](modeler), `${name}.${format}`);
}

const READERS: Record<DrawingFormat, (modeler: Modeler) => Promise<Blob>> = {
  bpmn: async (modeler) => {
    const { xml = '' } = await modeler.saveXML({ format: true });
    return new Blob([xml], { type: 'application/xml' });
  },
  svg: async (modeler) => new Blob([(await modeler.saveSVG()).svg], { type: 'image/svg+xml' }),
  png: async (modeler) => pngOf((await modeler.saveSVG()).svg),
};

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
