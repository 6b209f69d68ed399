/** Whether an IP address is in 127.0.0.0/8 or is ::1. */
export function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === '::1' || /^::ffff:127\./i.test(address);
}
