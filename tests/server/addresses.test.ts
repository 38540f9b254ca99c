import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { ownAddresses, urlHost } from '../../src/server/addresses.ts';
import { gateOf } from '../../src/server/check-request.ts';

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: 'IPv4', cidr: null },
  ...{ netmask: '', mac: '' },
});
const v6 = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: 'IPv6', cidr: null, scopeid: 0 },
  ...{ netmask: '', mac: '' },
});
const INTERFACES = {
  lo: [v4('127.0.0.1', true), v6('::1', true)],
  eth0: [v4('192.168.1.5'), v6('fe80::1'), v6('febf::1'), v6('fd00::5')],
};

test.each([
  ['0.0.0.0', ['192.168.1.5']],
  ['::', ['192.168.1.5', '[fd00::5]']],
  ['0:0::0', ['192.168.1.5', '[fd00::5]']],
  ['192.168.1.7', ['192.168.1.7']],
  ['fd00::7', ['[fd00::7]']],
  ['Deck.local', ['deck.local']],
])('others reach %s at %j', (host, addresses) => {
  expect(ownAddresses(host, INTERFACES)).toEqual(addresses);
});

test('the first one is what a phone in the room reaches: no tunnel, no internal network, a private address', () => {
  const cards = {
    docker0: [v4('172.17.0.1')],
    tailscale0: [v4('100.64.0.3')],
    eth1: [v6('fd00::6'), v4('203.0.113.9')],
    wlan0: [v4('10.0.0.4')],
  };
  expect(ownAddresses('::', cards)).toEqual([
    '10.0.0.4',
    '203.0.113.9',
    '[fd00::6]',
    '172.17.0.1',
    '100.64.0.3',
  ]);
});

test.each([
  ['localhost', 'localhost'],
  ['127.0.0.1', 'localhost'],
  ['::1', 'localhost'],
  ['0.0.0.0', 'localhost'],
  ['::', 'localhost'],
  ['127.0.0.2', '127.0.0.2'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
])('who sits here opens %s as %s', (host, expected) => {
  const shown = expected.includes(':') ? `[${expected}]` : expected;
  expect(urlHost(host)).toBe(shown);
});

test('an address is let in as browsers write it', () => {
  const drawn = ['look', 'steer'];
  const { hosts, passwords } = gateOf('FD00:0::5', () => drawn.shift() ?? '');
  expect([...hosts]).toContain('[fd00::5]');
  expect([...hosts].filter((host) => host.includes(':') && !host.startsWith('['))).toEqual([]);
  expect(passwords).toEqual({ guest: 'look', device: 'steer' });
  expect(gateOf('0:0::1', () => 'secret').passwords).toBeNull();
});
