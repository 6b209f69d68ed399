import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import { sensorTraits } from '../../fixtures/photos/sensor.ts';
import { photoDrawer } from '../../fixtures/photos/studio.ts';
import type { Sensor } from '../../fixtures/plan/types.ts';
import { benchTasks, SEED } from './sheets.ts';

/**
 * The image library alone: pictures as the studio draws them lie ready, and are encoded and nothing else each time this
 * thread is told to.
 */
const port = parentPort as MessagePort;
const { sensor, from, count } = workerData as { sensor: Sensor; from: number; count: number };
const { quality } = sensorTraits(sensor);
const draw = photoDrawer(SEED, sensor);
const canvases = benchTasks(from + count)
  .slice(from)
  .map(({ key, sheet }) => {
    const drawn = draw(key, sheet, null);
    const copy = createCanvas(drawn.width, drawn.height);
    copy.getContext('2d').drawImage(drawn, 0, 0);
    copy.encodeSync('jpeg', quality);
    return copy;
  });

port.on('message', () => {
  let bytes = 0;
  for (const canvas of canvases) bytes += canvas.encodeSync('jpeg', quality).length;
  port.postMessage(bytes);
});
port.postMessage('ready');
