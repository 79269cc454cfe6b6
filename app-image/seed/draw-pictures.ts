import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureWidths } from '../api/catalogue';
import { catalogue, slugOf } from './catalogue';
import { drawPicture, type Picture } from './drawing/picture';

const directory = join(__dirname, 'pictures');

/**
 * Draws the picture of every product as AVIF and WebP in each width:
 * `node -r ts-node/register app-image/seed/draw-pictures.ts`. The results are committed, because
 * they take minutes and never change by themselves.
 */
async function drawPictures(): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const { slug: category, products } of catalogue) {
    for (const [turn, { name, drawn }] of products.entries()) {
      const [shape, colour] = drawn;
      await Promise.all(
        pictureWidths.map((width) => encode(slugOf(name), width, { shape, colour, category, turn })),
      );
    }
  }
}

/** Flat colours: these qualities show no artefacts at twice the size, and all pictures take 5 MB. */
async function encode(name: string, width: number, picture: Picture): Promise<void> {
  const drawing = sharp(Buffer.from(drawPicture(picture)), { density: (72 * width) / 400 }).resize(width);
  const file = join(directory, `${name}-${width}`);
  await drawing.clone().avif({ quality: 50, effort: 5 }).toFile(`${file}.avif`);
  await drawing.clone().webp({ quality: 65, effort: 6 }).toFile(`${file}.webp`);
}

void drawPictures();
