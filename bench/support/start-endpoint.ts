// Starts the endpoint of the measurements in a process of its own and speaks to it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { EndpointLimits, EndpointReport } from './endpoint.ts';

export interface Endpoint {
  readonly baseUrl: string;
  /** Begins a new count under these limits. */
  configure(limits: EndpointLimits): Promise<void>;
  report(): Promise<EndpointReport>;
  stop(): void;
}

export async function startEndpoint(): Promise<Endpoint> {
  const child = fork(new URL('./endpoint.ts', import.meta.url));
  const ask = async (message: EndpointLimits | 'report'): Promise<unknown> => {
    child.send(message);
    const [answer] = (await once(child, 'message')) as [unknown];
    return answer;
  };
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    configure: async (limits) => {
      await ask(limits);
    },
    report: async () => (await ask('report')) as EndpointReport,
    stop: () => void child.send('end'),
  };
}
