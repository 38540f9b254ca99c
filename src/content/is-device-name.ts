/** Whether Windows keeps a file name for a device, with any extension. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?:\..*)?$/i.test(name);
}
