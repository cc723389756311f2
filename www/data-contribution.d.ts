export function load(): Promise<void>;
