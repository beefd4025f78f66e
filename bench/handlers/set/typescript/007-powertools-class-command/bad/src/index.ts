import { execSync } from 'node:child_process';
import type { LambdaInterface } from '@aws-lambda-powertools/commons/types';
import { Logger } from '@aws-lambda-powertools/logger';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { EventBridgeEvent } from 'aws-lambda';

const logger = new Logger({ serviceName: 'video' });
const tracer = new Tracer({ serviceName: 'video' });

interface Upload {
  preset: string;
  asset: number;
}

class Transcoder implements LambdaInterface {
  @tracer.captureLambdaHandler({ captureResponse: false })
  @logger.injectLambdaContext()
  async handler(event: EventBridgeEvent<'VideoUploaded', Upload>, _context: unknown): Promise<void> {
    const { preset, asset } = event.detail;
    this.encode(preset, Number(asset));
    logger.info('encoded', { asset: Number(asset) });
  }

  private encode(preset: string, asset: number): void {
    execSync(`encoder --asset=${asset} --preset=${preset}`, { timeout: 10_000 });
  }
}

const transcoder = new Transcoder();
export const handler = transcoder.handler.bind(transcoder);
